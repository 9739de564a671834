package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.spaceimport.SameKeyStatements.SameKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Chooses among rows of one key the one that lies in its parent: at least half of it must, and of no other row. Where
 * that does not decide it is the first. The others become findings that tell where all of them lie.
 */
@ApplicationScoped
class SameKeys {
    private static final double HALF = 0.5;

    private final SameKeyStatements statements;
    private final StagingStatements staging;

    SameKeys(SameKeyStatements statements, StagingStatements staging) {
        this.statements = statements;
        this.staging = staging;
    }

    /** Adds findings to all rows but one of each key. */
    void choose(UUID id) {
        List<SameKey> group = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        statements.forSameKeys(id, row -> {
            if (!group.isEmpty() && !group.get(0).collidesWith(row)) {
                addFindings(id, group, findings);
                group.clear();
            }
            group.add(row);
        });
        if (!group.isEmpty()) {
            addFindings(id, group, findings);
        }
        staging.insertFindings(id, findings);
    }

    private void addFindings(UUID id, List<SameKey> group, List<Finding> findings) {
        SameKey taken = taken(group);
        String places = group.stream()
                .filter(row -> row.boundary() != null)
                .map(row -> place(id, row))
                .collect(Collectors.joining("; "));
        for (SameKey row : group) {
            if (row.row() != taken.row()) {
                findings.add(new Finding(
                        row.row(),
                        row.key(),
                        "duplicate-key",
                        Finding.Severity.ERROR,
                        row.key(),
                        row.boundary() == null ? null : inside(row.boundary()),
                        List.of(Integer.toString(taken.row()), places.isEmpty() ? "" : " (" + places + ")")));
            }
        }
    }

    private static SameKey taken(List<SameKey> group) {
        List<SameKey> inParent = group.stream().filter(SameKeys::liesInParent).toList();
        return inParent.size() == 1 ? inParent.get(0) : group.get(0);
    }

    private static boolean liesInParent(SameKey row) {
        Geometry boundary = row.boundary();
        Geometry parent = row.parentBoundary();
        return boundary != null
                && parent != null
                && boundary.getEnvelopeInternal().intersects(parent.getEnvelopeInternal())
                && OverlayNGRobust.overlay(boundary, parent, OverlayNG.INTERSECTION)
                                .getArea()
                        >= HALF * boundary.getArea();
    }

    /** Row, longitude, latitude, and the key of the space of the parent's level in which it lies. */
    private String place(UUID id, SameKey row) {
        LonLat place = inside(Objects.requireNonNull(row.boundary()));
        String larger = larger(id, row.parentLevel(), place);
        return row.row() + ": " + place.lon() + ", " + place.lat() + (larger == null ? "" : " → " + larger);
    }

    private @Nullable String larger(UUID id, @Nullable String level, LonLat place) {
        if (level == null) {
            return null;
        }
        Coordinate position = new Coordinate(place.lon(), place.lat());
        return statements.around(id, level, position).entrySet().stream()
                .filter(space ->
                        space.getValue().covers(space.getValue().getFactory().createPoint(position)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static LonLat inside(Geometry boundary) {
        return LonLat.of(boundary.getInteriorPoint().getCoordinate());
    }
}
