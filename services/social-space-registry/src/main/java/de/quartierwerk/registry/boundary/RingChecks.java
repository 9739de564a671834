package de.quartierwerk.registry.boundary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/** Checks rings as a file delivers them, each on its own, in the file's own numbers. */
final class RingChecks {
    private static final int FEWEST_POSITIONS = 4;
    /** More crossings of one ring help nobody. */
    private static final int SHOWN_CROSSINGS = 10;

    private final Crs crs;
    private final Projection toWgs84;
    private final OtherReadings readings;
    private final List<BoundaryFault> faults;

    RingChecks(Crs crs, Projection toWgs84, OtherReadings readings, List<BoundaryFault> faults) {
        this.crs = crs;
        this.toWgs84 = toWgs84;
        this.readings = readings;
        this.faults = faults;
    }

    /** Whether a position is no number or lies outside the system. */
    boolean outside(DeliveredBoundary delivered) {
        return delivered.rings().anyMatch(ring -> firstOutside(ring).isPresent());
    }

    /** The first position that lies outside the system. */
    BoundaryFault outsideWorld(DeliveredBoundary delivered) {
        DeliveredBoundary.Ring ring = delivered
                .rings()
                .filter(candidate -> firstOutside(candidate).isPresent())
                .findFirst()
                .orElseThrow();
        int position = firstOutside(ring).orElseThrow();
        return BoundaryFault.of("outside-world", ring.shown(position), null, ring.place() + "/" + position, crs.code());
    }

    private OptionalInt firstOutside(DeliveredBoundary.Ring ring) {
        return IntStream.range(0, ring.size())
                .filter(i -> !crs.holds(ring.x(i), ring.y(i)))
                .findFirst();
    }

    /**
     * Adds the faults of each ring; crossings only where a ring has a fault already, since they are dear to find.
     *
     * @return rings without a fault, where that is known; holes of a faulty ring are left out too
     */
    DeliveredBoundary check(DeliveredBoundary delivered) {
        if (faults.isEmpty() && delivered.rings().findAny().isEmpty()) {
            faults.add(BoundaryFault.of("geometry-missing", null, null));
        }
        Set<DeliveredBoundary.Ring> sound = new LinkedHashSet<>();
        delivered.rings().forEach(ring -> {
            int last = ring.size() - 1;
            if (ring.size() < FEWEST_POSITIONS) {
                String positions =
                        IntStream.range(0, ring.size()).mapToObj(ring::shown).collect(Collectors.joining(", "));
                faults.add(
                        BoundaryFault.of("geometry-ring-short", positions, place(ring, 0), ring.place(), ring.size()));
            } else if (!ring.closed()) {
                faults.add(BoundaryFault.of("geometry-ring-open", ring.shown(last), place(ring, last), ring.place()));
            } else if (firstOutside(ring).isEmpty()) {
                sound.add(ring);
            }
        });
        if (!faults.isEmpty() && delivered.countPositions() <= BoundaryRoom.MOST_REPAIRED) {
            sound.removeIf(this::addCrossings);
        }
        return new DeliveredBoundary(
                delivered.polygons().stream()
                        .filter(rings -> !rings.isEmpty() && sound.contains(rings.get(0)))
                        .map(rings -> rings.stream().filter(sound::contains).toList())
                        .toList(),
                delivered.heights(),
                false);
    }

    private boolean addCrossings(DeliveredBoundary.Ring ring) {
        IsSimpleOp crossings = new IsSimpleOp(linearRing(ring));
        crossings.setFindAllLocations(true);
        crossings.getNonSimpleLocations().stream()
                .distinct()
                .limit(SHOWN_CROSSINGS)
                .forEach(point -> addCrossing(ring, point));
        return !crossings.isSimple();
    }

    private void addCrossing(DeliveredBoundary.Ring ring, Coordinate point) {
        LonLat place = place(new DeliveredBoundary.Ring(ring.place(), new double[] {point.x, point.y}), 0);
        if (place != null) {
            faults.add(BoundaryFault.of(
                    "geometry-invalid", readings.shown(point.x, point.y), place, place.lon(), place.lat()));
        }
    }

    private @Nullable LonLat place(DeliveredBoundary.Ring ring, int position) {
        if (ring.size() == 0 || !crs.holds(ring.x(position), ring.y(position))) {
            return null;
        }
        try {
            ProjCoordinate place = toWgs84.apply(ring.x(position), ring.y(position));
            return LonLat.of(new Coordinate(place.x, place.y));
        } catch (Proj4jException e) {
            return null;
        }
    }

    /** The geometry of sound rings, in the file's own numbers. */
    static Geometry geometry(DeliveredBoundary delivered) {
        Polygon[] polygons = delivered.polygons().stream()
                .filter(rings -> !rings.isEmpty())
                .map(RingChecks::polygon)
                .toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : GeoJsonGeometry.FACTORY.createMultiPolygon(polygons);
    }

    private static Polygon polygon(List<DeliveredBoundary.Ring> rings) {
        return GeoJsonGeometry.FACTORY.createPolygon(
                linearRing(rings.get(0)),
                rings.stream().skip(1).map(RingChecks::linearRing).toArray(LinearRing[]::new));
    }

    private static LinearRing linearRing(DeliveredBoundary.Ring ring) {
        return GeoJsonGeometry.FACTORY.createLinearRing(new PackedCoordinateSequence.Double(ring.ordinates(), 2, 0));
    }
}
