package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.proj4j.Proj4jException;

/**
 * Turns delivered geometries into checked {@linkplain Boundary boundaries} and tells every fault with its place. It
 * repairs slips of digitising (spikes, tiny loops) and says where; it refuses a ring that really crosses itself, and a
 * boundary that lies where no space of Germany can. Not for use by several threads at once.
 */
public final class BoundaryReader {
    /** A repair that changes the area by more than this share would be a guess at what was meant. */
    private static final double LARGEST_REPAIR = 0.01;
    /** A boundary that reaches further cannot be measured in a plane, and no social space does. */
    private static final int WIDEST_DEGREES = 30;
    /** Germany with its coastal waters. */
    private static final Envelope GERMANY = new Envelope(5.5, 15.6, 47.2, 55.1);
    /** Square metres. */
    private static final int SMALLEST = 1;

    private final Crs crs;
    private final boolean anywhere;
    private final Projection toWgs84;
    private final OtherReadings otherReadings;
    private final Projection toEqualArea = Projection.toEqualArea();
    private final Projection fromEqualArea = Projection.fromEqualArea();

    /**
     * A reader of one file.
     *
     * @param crs system of the file's positions
     * @param anywhere whether a boundary outside Germany is a warning only
     */
    public BoundaryReader(Crs crs, boolean anywhere) {
        this.crs = crs;
        this.anywhere = anywhere;
        this.toWgs84 = Projection.toWgs84(crs);
        this.otherReadings = new OtherReadings(crs);
    }

    /**
     * What was read.
     *
     * @param boundary checked boundary; absent where there are faults
     * @param faults why there is no boundary
     * @param warnings what was repaired, and what somebody should look at
     * @param heights whether positions had heights or measures, which are left out
     */
    public record Reading(
            @Nullable Boundary boundary, List<BoundaryFault> faults, List<BoundaryFault> warnings, boolean heights) {
        /** No boundary, and nothing wrong with that. */
        public static final Reading NONE = new Reading(null, List.of(), List.of(), false);

        public Reading {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }

    /** Reads, checks, repairs if need be, and measures a GeoJSON geometry. */
    public Reading read(@Nullable JsonNode geometry) {
        return read(GeoJsonShape.of(geometry), null);
    }

    /**
     * The same for one that a large file holds.
     *
     * @param known the boundary that the space has already; if it is this one, it is not measured again
     */
    public Reading read(@Nullable GeoJsonShape geometry, @Nullable MeasuredBoundary known) {
        List<BoundaryFault> faults = new ArrayList<>();
        Optional<DeliveredBoundary> delivered = GeoJsonGeometry.read(geometry, faults);
        return delivered
                .map(boundary -> read(boundary, known, faults))
                .orElseGet(() -> new Reading(null, faults, List.of(), false));
    }

    /** The same for a geometry of another form. */
    public Reading read(DeliveredBoundary delivered, @Nullable MeasuredBoundary known) {
        return read(delivered, known, new ArrayList<>());
    }

    private Reading read(DeliveredBoundary delivered, @Nullable MeasuredBoundary known, List<BoundaryFault> faults) {
        if (delivered.tooLarge()) {
            faults.add(BoundaryFault.of(
                    "geometry-too-large", null, null, BoundaryRoom.MOST_POSITIONS, BoundaryRoom.MOST_RINGS));
            return new Reading(null, faults, List.of(), false);
        }
        List<BoundaryFault> warnings = new ArrayList<>();
        RingChecks rings = new RingChecks(crs, toWgs84, otherReadings, faults);
        if (rings.outside(delivered)) {
            Optional<BoundaryFault> suspicion = delivered.isFinite() ? suspicion(delivered) : Optional.empty();
            faults.add(suspicion.orElseGet(() -> rings.outsideWorld(delivered)));
        }
        DeliveredBoundary sound = rings.check(delivered);
        if (!faults.isEmpty()) {
            checkShape(sound, faults);
            return new Reading(null, faults, warnings, delivered.heights());
        }
        Boundary boundary = null;
        try {
            boundary = boundary(RingChecks.geometry(delivered), delivered, known, faults, warnings);
        } catch (Proj4jException e) {
            faults.add(notMeasurable(delivered));
        }
        return new Reading(faults.isEmpty() ? boundary : null, faults, warnings, delivered.heights());
    }

    /** Adds what is wrong with rings of which each has no fault of its own. */
    private void checkShape(DeliveredBoundary sound, List<BoundaryFault> faults) {
        int positions = sound.countPositions();
        if (positions == 0 || positions > BoundaryRoom.MOST_REPAIRED) {
            return;
        }
        try {
            Geometry wgs84 = toWgs84.apply(RingChecks.geometry(sound));
            TopologyValidationError fault = new IsValidOp(wgs84).getValidationError();
            if (fault != null) {
                new ShapeFaults(otherReadings).addTo(wgs84, fault, faults);
            }
        } catch (Proj4jException e) {
            faults.add(notMeasurable(sound));
        }
    }

    private @Nullable Boundary boundary(
            Geometry geometry,
            DeliveredBoundary delivered,
            @Nullable MeasuredBoundary known,
            List<BoundaryFault> faults,
            List<BoundaryFault> warnings) {
        Geometry wgs84 = crs == Crs.EPSG_4326 ? geometry : toWgs84.apply(geometry);
        tooWide(wgs84).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return null;
        }
        Geometry valid = valid(wgs84, faults, warnings);
        checkArea(wgs84.getEnvelopeInternal().centre(), delivered, anywhere ? warnings : faults);
        if (valid == null || !faults.isEmpty()) {
            return null;
        }
        if (known != null && isAgain(valid, known)) {
            return new Boundary(valid, known);
        }
        Geometry metres = toEqualArea.apply(valid);
        checkSize(metres, faults, warnings);
        return faults.isEmpty() ? measured(valid, metres) : null;
    }

    /** Of several parts each one is looked at anew, since small ones are told. */
    private static boolean isAgain(Geometry valid, MeasuredBoundary known) {
        return valid instanceof Polygon && Arrays.equals(SameBoundary.hash(valid), known.hash());
    }

    /** A boundary of a geometry that is valid already. */
    public Boundary measured(Geometry valid) {
        return measured(valid, toEqualArea.apply(valid));
    }

    private Boundary measured(Geometry valid, Geometry metres) {
        Point centroid = (Point) fromEqualArea.apply(metres.getCentroid());
        BigDecimal area = BigDecimal.valueOf(metres.getArea()).setScale(2, RoundingMode.HALF_UP);
        LonLat label = LonLat.of(valid.getInteriorPoint().getCoordinate());
        return new Boundary(
                valid,
                new MeasuredBoundary(SameBoundary.hash(valid), area, LonLat.of(centroid.getCoordinate()), label));
    }

    private static Optional<BoundaryFault> tooWide(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        if (box.getWidth() <= WIDEST_DEGREES && box.getHeight() <= WIDEST_DEGREES) {
            return Optional.empty();
        }
        Coordinate[] positions = geometry.getCoordinates();
        LonLat first = LonLat.of(positions[0]);
        LonLat farthest = LonLat.of(Arrays.stream(positions)
                .max(Comparator.comparingDouble(position -> reach(positions[0], position)))
                .orElseThrow());
        return Optional.of(BoundaryFault.of(
                "geometry-too-wide",
                farthest.lon() + " " + farthest.lat(),
                farthest,
                first.lon(),
                first.lat(),
                farthest.lon(),
                farthest.lat(),
                WIDEST_DEGREES));
    }

    private static double reach(Coordinate from, Coordinate to) {
        return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
    }

    private @Nullable Geometry valid(Geometry wgs84, List<BoundaryFault> faults, List<BoundaryFault> warnings) {
        TopologyValidationError fault = new IsValidOp(wgs84).getValidationError();
        if (fault == null) {
            return wgs84;
        }
        ShapeFaults shape = new ShapeFaults(otherReadings);
        if (wgs84.getNumPoints() > BoundaryRoom.MOST_REPAIRED) {
            shape.add(fault, faults);
            return null;
        }
        Geometry repaired = GeometryFixer.fix(wgs84);
        double before = wgs84.getArea();
        if (repaired instanceof Polygonal
                && !repaired.isEmpty()
                && Math.abs(repaired.getArea() - before) <= LARGEST_REPAIR * before) {
            LonLat place = LonLat.of(fault.getCoordinate());
            warnings.add(BoundaryFault.of(
                    "geometry-repaired", otherReadings.inFile(place), place, place.lon(), place.lat()));
            return repaired;
        }
        shape.addTo(wgs84, fault, faults);
        return null;
    }

    private void checkArea(Coordinate centre, DeliveredBoundary delivered, List<BoundaryFault> found) {
        if (!GERMANY.contains(centre)) {
            LonLat place = LonLat.of(centre);
            found.add(suspicion(delivered)
                    .orElseGet(() -> BoundaryFault.of(
                            "outside-area", otherReadings.inFile(place), place, place.lon(), place.lat())));
        }
    }

    private Optional<BoundaryFault> suspicion(DeliveredBoundary delivered) {
        Coordinate centre = delivered.box().centre();
        return centre == null ? Optional.empty() : otherReadings.find(centre.x, centre.y, GERMANY::contains);
    }

    private void checkSize(Geometry metres, List<BoundaryFault> faults, List<BoundaryFault> warnings) {
        boolean tooSmall = !(metres.getArea() >= SMALLEST);
        for (int i = 0; i < metres.getNumGeometries(); i++) {
            Geometry part = metres.getGeometryN(i);
            if (!(part.getArea() >= SMALLEST) && (i == 0 || !tooSmall)) {
                LonLat place = LonLat.of(
                        fromEqualArea.apply(part.getEnvelope().getCentroid()).getCoordinate());
                BoundaryFault tiny = BoundaryFault.of(
                        tooSmall ? "geometry-too-small" : "geometry-part-tiny",
                        otherReadings.inFile(place),
                        place,
                        place.lon(),
                        place.lat(),
                        BigDecimal.valueOf(tooSmall ? metres.getArea() : part.getArea())
                                .setScale(4, RoundingMode.HALF_UP)
                                .toPlainString());
                (tooSmall ? faults : warnings).add(tiny);
            }
        }
    }

    /** No projection can show every position of the globe. */
    private static BoundaryFault notMeasurable(DeliveredBoundary delivered) {
        DeliveredBoundary.Ring first = delivered.polygons().get(0).get(0);
        return BoundaryFault.of("geometry-not-measurable", first.shown(0), null, first.x(0), first.y(0));
    }
}
