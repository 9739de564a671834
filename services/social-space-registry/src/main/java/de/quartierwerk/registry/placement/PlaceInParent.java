package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.OtherReadings;
import de.quartierwerk.registry.spaceimport.FreshBoundaryStatements.Placed;
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
final class PlaceInParent {
    private static final double TOLD_SHARE = 0.001;
    private static final double REFUSED_SHARE = 0.5;

    private final OtherReadings otherReadings;
    private final boolean anywhere;
    private final ParentAreas parents;
    private final Supplier<List<Geometry>> largestLevel;
    private @Nullable List<PreparedGeometry> largest;

    PlaceInParent(Crs crs, boolean anywhere, ParentAreas parents, Supplier<List<Geometry>> largestLevel) {
        this.otherReadings = new OtherReadings(crs);
        this.anywhere = anywhere;
        this.parents = parents;
        this.largestLevel = largestLevel;
    }

    /** What is wrong with the place of a row, if anything is. */
    Optional<Finding> check(Placed row) {
        String parent = row.parent();
        PreparedGeometry larger = parents.of(row);
        return parent == null || larger == null ? checkAlone(row) : check(row, parent, larger);
    }

    private Optional<Finding> check(Placed row, String parent, PreparedGeometry larger) {
        if (larger.covers(row.boundary())) {
            return Optional.empty();
        }
        Geometry outside = OverlayNGRobust.overlay(row.boundary(), larger.getGeometry(), OverlayNG.DIFFERENCE);
        double share = outside.getArea() / row.boundary().getArea();
        if (share < TOLD_SHARE) {
            return Optional.empty();
        }
        if (share >= REFUSED_SHARE) {
            Optional<Finding> suspicion = suspicion(row, position -> holds(larger, position));
            if (suspicion.isPresent()) {
                return suspicion;
            }
        }
        LonLat place = LonLat.of(largestPart(outside).getInteriorPoint().getCoordinate());
        return Optional.of(new Finding(
                row.row(),
                row.key(),
                "outside-parent",
                share >= REFUSED_SHARE && !anywhere ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                otherReadings.inFile(place),
                place,
                List.of(
                        parent,
                        Shares.metres(share * row.area()),
                        Shares.percent(share),
                        Double.toString(place.lon()),
                        Double.toString(place.lat()))));
    }

    private Optional<Finding> checkAlone(Placed row) {
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

    private Optional<Finding> suspicion(Placed row, Predicate<Coordinate> expected) {
        LonLat middle = LonLat.of(row.boundary().getEnvelopeInternal().centre());
        return otherReadings.find(middle, expected).map(fault -> finding(row, fault));
    }

    private Finding finding(Placed row, BoundaryFault fault) {
        return new Finding(
                row.row(),
                row.key(),
                fault.code(),
                anywhere ? Finding.Severity.WARNING : Finding.Severity.ERROR,
                fault.value(),
                fault.place(),
                fault.arguments());
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
