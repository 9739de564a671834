package de.quartierwerk.registry.placement;

import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.SameBoundary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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
public final class Overlaps {
    private static final double TOLD_SQUARE_METRES = 1;
    private static final double REFUSED_SHARE = 0.5;

    private final List<Placed> spaces;
    private final int rows;
    private final STRtree index = new STRtree();
    private final BitSet suspicious = new BitSet();
    private final SharedEdges edges;

    private Overlaps(List<Placed> rows, List<Placed> around) {
        this.rows = rows.size();
        this.spaces = new ArrayList<>(rows);
        this.spaces.addAll(around);
        for (int i = 0; i < spaces.size(); i++) {
            index.insert(spaces.get(i).boundary().getEnvelopeInternal(), i);
        }
        this.edges = new SharedEdges(spaces.stream().map(Placed::boundary).toList());
    }

    /**
     * Tells each overlap once, at the later row of the two.
     *
     * @param rows rows of an import
     * @param around other rows, which are told of where their turn comes, and spaces that stay as they are
     * @param amongRows whether rows are compared with one another
     */
    public static void find(List<Placed> rows, List<Placed> around, boolean amongRows, Consumer<Overlap> found) {
        Overlaps overlaps = new Overlaps(rows, around);
        for (int i = 0; i < overlaps.spaces.size(); i++) {
            overlaps.markIfSuspicious(i);
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int other : overlaps.neighbours(i)) {
                if ((amongRows || other >= overlaps.rows)
                        && overlaps.spaces.get(other).row() < rows.get(i).row()
                        && rows.get(i).together(overlaps.spaces.get(other))
                        && (overlaps.suspicious.get(i) || overlaps.suspicious.get(other))) {
                    Placed earlier = overlaps.spaces.get(other);
                    Placed row = rows.get(i);
                    fault(row, earlier).ifPresent(fault -> found.accept(new Overlap(row, earlier, fault)));
                }
            }
        }
    }

    /**
     * What lies around matters only where it lies wholly inside: then its edges show it and not those of the row around
     * it.
     */
    private void markIfSuspicious(int number) {
        Geometry boundary = spaces.get(number).boundary();
        if (edges.surround(boundary)) {
            return;
        }
        int[] found = neighbours(number);
        boolean looked = number < rows
                || Arrays.stream(found)
                        .anyMatch(i -> i < rows
                                && spaces.get(i)
                                        .boundary()
                                        .getEnvelopeInternal()
                                        .contains(boundary.getEnvelopeInternal()));
        Geometry[] neighbours =
                Arrays.stream(found).mapToObj(i -> spaces.get(i).boundary()).toArray(Geometry[]::new);
        if (looked
                && neighbours.length > 0
                && !CoveragePolygonValidator.validate(boundary, neighbours).isEmpty()) {
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

    private static Optional<PlacementFault> fault(Placed row, Placed other) {
        if (SameBoundary.equal(row.boundary(), other.boundary())) {
            LonLat place = LonLat.of(row.boundary().getInteriorPoint().getCoordinate());
            return Optional.of(new PlacementFault(
                    new BoundaryFault("equal-boundary", other.key(), place, List.of(other.key())), true));
        }
        Geometry common = OverlayNGRobust.overlay(row.boundary(), other.boundary(), OverlayNG.INTERSECTION);
        Placed smaller = row.area() < other.area() ? row : other;
        double share = common.getArea() / smaller.boundary().getArea();
        double squareMetres = share * smaller.area();
        if (!(squareMetres >= TOLD_SQUARE_METRES)) {
            return Optional.empty();
        }
        LonLat place = LonLat.of(common.getInteriorPoint().getCoordinate());
        BoundaryFault fault = new BoundaryFault(
                "overlaps",
                other.key(),
                place,
                List.of(
                        other.key(),
                        Shares.metres(squareMetres),
                        Shares.percent(share),
                        Double.toString(place.lon()),
                        Double.toString(place.lat())));
        return Optional.of(new PlacementFault(fault, share >= REFUSED_SHARE));
    }
}
