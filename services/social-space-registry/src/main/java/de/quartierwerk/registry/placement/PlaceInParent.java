package de.quartierwerk.registry.placement;

import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.OtherReadings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Checks whether boundaries lie in their parent. Where one lies outside, but would lie inside if the file were read
 * otherwise, the finding says so. Without a parent's boundary the spaces of the largest level stand for it, but only
 * for what the file could mean otherwise: nothing says that they are complete.
 */
public final class PlaceInParent {
    private static final double TOLD_SHARE = 0.001;
    private static final double REFUSED_SHARE = 0.5;

    private final OtherReadings otherReadings;
    private final boolean anywhere;
    private final Supplier<List<Geometry>> largestLevel;
    private @Nullable List<PreparedGeometry> largest;

    /**
     * Checks of one file.
     *
     * @param crs system in which it was read
     * @param anywhere whether nothing is grave
     * @param largestLevel boundaries of the largest level
     */
    public PlaceInParent(Crs crs, boolean anywhere, Supplier<List<Geometry>> largestLevel) {
        this.otherReadings = new OtherReadings(crs);
        this.anywhere = anywhere;
        this.largestLevel = largestLevel;
    }

    /**
     * What is wrong with the place of a boundary, if anything is.
     *
     * @param larger boundary of its parent, where that has one
     */
    public Optional<PlacementFault> check(Placed row, @Nullable PreparedGeometry larger) {
        String parent = row.parent();
        return parent == null || larger == null ? checkAlone(row) : check(row, parent, larger);
    }

    private Optional<PlacementFault> check(Placed row, String parent, PreparedGeometry larger) {
        if (larger.covers(row.boundary())) {
            return Optional.empty();
        }
        Geometry outside = OverlayNGRobust.overlay(row.boundary(), larger.getGeometry(), OverlayNG.DIFFERENCE);
        double share = outside.getArea() / row.boundary().getArea();
        if (share < TOLD_SHARE) {
            return Optional.empty();
        }
        if (share >= REFUSED_SHARE) {
            Optional<PlacementFault> suspicion = suspicion(row, position -> holds(larger, position));
            if (suspicion.isPresent()) {
                return suspicion;
            }
        }
        LonLat place = LonLat.of(largestPart(outside).getInteriorPoint().getCoordinate());
        BoundaryFault fault = new BoundaryFault(
                "outside-parent",
                otherReadings.inFile(place),
                place,
                List.of(
                        parent,
                        Shares.metres(share * row.area()),
                        Shares.percent(share),
                        Double.toString(place.lon()),
                        Double.toString(place.lat())));
        return Optional.of(new PlacementFault(fault, share >= REFUSED_SHARE && !anywhere));
    }

    private Optional<PlacementFault> checkAlone(Placed row) {
        if (largest == null) {
            largest = largestLevel.get().stream()
                    .map(PreparedGeometryFactory::prepare)
                    .toList();
        }
        List<PreparedGeometry> areas = largest;
        Predicate<Coordinate> inside = position -> areas.stream().anyMatch(area -> holds(area, position));
        Coordinate middle = row.boundary().getEnvelopeInternal().centre();
        return areas.isEmpty()
                        || areas.stream().anyMatch(area -> area.intersects(row.boundary()))
                        || inside.test(middle)
                ? Optional.empty()
                : suspicion(row, inside);
    }

    private Optional<PlacementFault> suspicion(Placed row, Predicate<Coordinate> expected) {
        LonLat middle = LonLat.of(row.boundary().getEnvelopeInternal().centre());
        return otherReadings.find(middle, expected).map(fault -> new PlacementFault(fault, !anywhere));
    }

    private static boolean holds(PreparedGeometry area, Coordinate position) {
        GeometryFactory factory = area.getGeometry().getFactory();
        return area.covers(factory.createPoint(position));
    }

    private static Geometry largestPart(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(geometry::getGeometryN)
                .max(Comparator.comparingDouble(Geometry::getArea))
                .orElse(geometry);
    }
}
