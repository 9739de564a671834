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
    private static final int FINDINGS_AT_ONCE = 1_000;

    private final SameKeyStatements statements;
    private final StagingStatements staging;

    SameKeys(SameKeyStatements statements, StagingStatements staging) {
        this.statements = statements;
        this.staging = staging;
    }

    /** Adds findings to all rows but one of each key. */
    void choose(UUID id) {
        Choice choice = new Choice(id);
        statements.forSameKeys(id, choice::take);
        choice.finish();
    }

    /** Takes rows of one key after the other; of very many rows no more are held than are compared. */
    private final class Choice {
        private final UUID id;
        private final List<SameKey> compared = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private @Nullable SameKey taken;
        private String places = "";

        Choice(UUID id) {
            this.id = id;
        }

        void take(SameKey row) {
            if (!compared.isEmpty() && !compared.get(0).collidesWith(row)) {
                endKey();
            }
            if (compared.size() < SameKeyStatements.COMPARED) {
                compared.add(row);
            } else {
                tell(row, decided());
            }
        }

        void finish() {
            if (!compared.isEmpty()) {
                endKey();
            }
            staging.insertFindings(id, findings);
        }

        private void endKey() {
            decided();
            compared.clear();
            taken = null;
        }

        /** The row that is taken; the others that are compared are told at the first time. */
        private SameKey decided() {
            SameKey decided = taken;
            if (decided == null) {
                decided = taken(compared);
                taken = decided;
                places = compared.stream()
                        .filter(row -> row.boundary() != null)
                        .map(row -> place(id, row))
                        .collect(Collectors.joining("; "));
                for (SameKey row : compared) {
                    tell(row, decided);
                }
            }
            return decided;
        }

        private void tell(SameKey row, SameKey decided) {
            if (row.row() != decided.row()) {
                findings.add(new Finding(
                        row.row(),
                        row.key(),
                        "duplicate-key",
                        Finding.Severity.ERROR,
                        row.key(),
                        row.boundary() == null ? null : inside(row.boundary()),
                        List.of(Integer.toString(decided.row()), places.isEmpty() ? "" : " (" + places + ")")));
            }
            if (findings.size() == FINDINGS_AT_ONCE) {
                staging.insertFindings(id, findings);
                findings.clear();
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
