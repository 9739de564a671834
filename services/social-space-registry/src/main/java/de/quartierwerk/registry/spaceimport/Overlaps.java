package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.SameBoundary;
import de.quartierwerk.registry.spaceimport.BoundaryComparisonStatements.Placed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds boundaries of one level that overlap. Neighbours that share their edges, as almost all do, are recognised by
 * their edges, which is much faster than to intersect them.
 */
final class Overlaps {
    private static final double TOLD_SQUARE_METRES = 1;
    private static final double REFUSED_SHARE = 0.5;

    private final List<Placed> spaces;
    private final STRtree index = new STRtree();
    private final BitSet suspicious = new BitSet();

    private Overlaps(List<Placed> spaces) {
        this.spaces = spaces;
        for (int i = 0; i < spaces.size(); i++) {
            index.insert(spaces.get(i).boundary().getEnvelopeInternal(), i);
        }
    }

    /**
     * Tells each overlap once, at the later row of the two.
     *
     * @param spaces what the registry has and stays as it is, then rows in their order
     * @param rejected rows that are left out, which grows while findings are told
     */
    static void find(List<Placed> spaces, Consumer<Finding> findings, Set<Integer> rejected) {
        Overlaps overlaps = new Overlaps(spaces);
        for (int i = 0; i < spaces.size(); i++) {
            overlaps.markIfSuspicious(i);
        }
        for (int i = 0; i < spaces.size(); i++) {
            for (int other : overlaps.neighbours(i)) {
                if (other < i
                        && spaces.get(i).row() > 0
                        && !rejected.contains(spaces.get(i).row())
                        && !rejected.contains(spaces.get(other).row())
                        && (overlaps.suspicious.get(i) || overlaps.suspicious.get(other))) {
                    finding(spaces.get(i), spaces.get(other)).ifPresent(findings);
                }
            }
        }
    }

    private void markIfSuspicious(int number) {
        Geometry[] neighbours = Arrays.stream(neighbours(number))
                .mapToObj(i -> spaces.get(i).boundary())
                .toArray(Geometry[]::new);
        if (neighbours.length > 0
                && !CoveragePolygonValidator.validate(spaces.get(number).boundary(), neighbours)
                        .isEmpty()) {
            suspicious.set(number);
        }
    }

    private int[] neighbours(int number) {
        List<?> found = index.query(spaces.get(number).boundary().getEnvelopeInternal());
        return found.stream()
                .mapToInt(i -> (Integer) i)
                .filter(i -> i != number)
                .sorted()
                .toArray();
    }

    private static Optional<Finding> finding(Placed row, Placed other) {
        if (Arrays.equals(SameBoundary.hash(row.boundary()), SameBoundary.hash(other.boundary()))) {
            LonLat place = LonLat.of(row.boundary().getInteriorPoint().getCoordinate());
            return Optional.of(new Finding(
                    row.row(),
                    row.key(),
                    "equal-boundary",
                    Finding.Severity.ERROR,
                    other.key(),
                    place,
                    List.of(other.key())));
        }
        Geometry common = OverlayNGRobust.overlay(row.boundary(), other.boundary(), OverlayNG.INTERSECTION);
        Placed smaller = row.area() < other.area() ? row : other;
        double share = common.getArea() / smaller.boundary().getArea();
        double squareMetres = share * smaller.area();
        if (!(squareMetres >= TOLD_SQUARE_METRES)) {
            return Optional.empty();
        }
        LonLat place = LonLat.of(common.getInteriorPoint().getCoordinate());
        return Optional.of(new Finding(
                row.row(),
                row.key(),
                "overlaps",
                share >= REFUSED_SHARE ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                other.key(),
                place,
                List.of(
                        other.key(),
                        Shares.metres(squareMetres),
                        Shares.percent(share),
                        Double.toString(place.lon()),
                        Double.toString(place.lat()))));
    }
}
