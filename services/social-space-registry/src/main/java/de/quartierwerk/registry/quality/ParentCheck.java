package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.quality.QualityStatements.Indexed;
import de.quartierwerk.registry.quality.QualityStatements.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Compares the spaces of a level with their parents: what leaves a parent, and what of it they do not cover. */
final class ParentCheck {
    private static final int PORTION = 500;
    /** A space without boundary may be missing where at least this share of its smallest sibling is not covered. */
    private static final double SHARE_OF_SIBLING = 0.1;

    private final Level level;
    private final QualityStatements statements;
    private final Measure measure;
    private final Irregularities found;
    private final Map<String, List<String>> withoutBoundary = new HashMap<>();
    private final STRtree uncovered = new STRtree();

    ParentCheck(Level level, QualityStatements statements, Measure measure, Irregularities found) {
        this.level = level;
        this.statements = statements;
        this.measure = measure;
        this.found = found;
    }

    /** Remembers a space without boundary, whose place may be found. */
    void addWithoutBoundary(Indexed space) {
        String parent = space.parent();
        if (parent != null) {
            withoutBoundary.computeIfAbsent(parent, key -> new ArrayList<>()).add(space.key());
        }
    }

    /**
     * Compares a parent with its children.
     *
     * @param smallest area of the smallest child in square degrees
     */
    void check(String parent, Geometry boundary, List<Indexed> children, Geometry union, double smallest) {
        if (Arrays.equals(SameBoundary.hash(boundary), SameBoundary.hash(union))) {
            return;
        }
        Geometry outside = Measure.without(union, boundary);
        if (found.tells(measure.squareMetres(outside))) {
            checkChildren(parent, boundary, children, outside.getEnvelopeInternal());
        }
        if (level.covers()) {
            checkCover(parent, boundary, Measure.without(boundary, union), smallest);
        }
    }

    /** Whether a position lies where a parent was found not to be covered. */
    boolean isUncovered(Coordinate position) {
        List<?> near = uncovered.query(new Envelope(position));
        return near.stream()
                .map(Geometry.class::cast)
                .anyMatch(piece -> piece.covers(piece.getFactory().createPoint(position)));
    }

    private void checkChildren(String parent, Geometry boundary, List<Indexed> children, Envelope outside) {
        List<Indexed> near = children.stream()
                .filter(child -> child.box().intersects(outside))
                .toList();
        for (int start = 0; start < near.size(); start += PORTION) {
            List<Indexed> portion = near.subList(start, Math.min(near.size(), start + PORTION));
            Map<Long, Geometry> boundaries =
                    statements.boundaries(portion.stream().map(Indexed::id).toList());
            for (Indexed child : portion) {
                Geometry own = boundaries.get(child.id());
                if (own != null) {
                    checkChild(parent, boundary, child.key(), own);
                }
            }
        }
    }

    private void checkChild(String parent, Geometry boundary, String key, Geometry own) {
        Geometry outside = Measure.without(own, boundary);
        double area = measure.squareMetres(outside);
        if (found.tells(area)) {
            found.add(new Irregularity(
                    Irregularity.Kind.OUTSIDE_PARENT,
                    level.code(),
                    List.of(key),
                    parent,
                    area,
                    outside.getArea() / own.getArea(),
                    place(largest(outside)),
                    outside,
                    null));
        }
    }

    private void checkCover(String parent, Geometry boundary, Geometry missing, double smallest) {
        double area = measure.squareMetres(missing);
        if (!found.tells(area)) {
            return;
        }
        for (int i = 0; i < missing.getNumGeometries(); i++) {
            uncovered.insert(missing.getGeometryN(i).getEnvelopeInternal(), missing.getGeometryN(i));
        }
        Geometry largest = largest(missing);
        found.add(new Irregularity(
                Irregularity.Kind.NOT_COVERED,
                level.code(),
                List.of(),
                parent,
                area,
                missing.getArea() / boundary.getArea(),
                place(largest),
                missing,
                largest.getArea() >= SHARE_OF_SIBLING * smallest ? proposal(parent) : null));
    }

    /** The only space without boundary in a parent; of several nobody knows which one is missing. */
    private @Nullable String proposal(String parent) {
        List<String> candidates = withoutBoundary.getOrDefault(parent, List.of());
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private static Geometry largest(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .max(Comparator.comparingDouble(Geometry::getArea))
                .orElseThrow();
    }

    private static LonLat place(Geometry piece) {
        return LonLat.of(piece.getInteriorPoint().getCoordinate());
    }
}
