package de.quartierwerk.registry.quality;

import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.boundary.Measure;
import de.quartierwerk.registry.boundary.SameBoundary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.coverage.CoveragePolygonValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Compares spaces of a level with their neighbours. Neighbours that share their edges are recognised by their edges;
 * only others are intersected.
 */
final class Neighbours {
    /** About a millimetre, in degrees. */
    private static final double ON_THE_EDGE = 1e-8;

    private final String level;
    private final Measure measure;
    private final Irregularities found;
    private final Set<List<String>> compared = new HashSet<>();

    Neighbours(String level, Measure measure, Irregularities found) {
        this.level = level;
        this.measure = measure;
        this.found = found;
    }

    /** A space with its boundary. */
    record Bounded(String key, Geometry boundary) {}

    /** Whether a space fits its neighbours; tells where it does not. */
    boolean check(Bounded space, List<Bounded> neighbours) {
        Geometry faulty = CoveragePolygonValidator.validate(
                space.boundary(), neighbours.stream().map(Bounded::boundary).toArray(Geometry[]::new));
        if (faulty.isEmpty()) {
            return true;
        }
        Envelope edges = faulty.getEnvelopeInternal();
        for (Bounded other : neighbours) {
            List<String> pair =
                    List.of(space.key(), other.key()).stream().sorted().toList();
            if (edges.intersects(other.boundary().getEnvelopeInternal()) && compared.add(pair)) {
                compare(space, other, pair, faulty);
            }
        }
        return false;
    }

    private void compare(Bounded space, Bounded other, List<String> pair, Geometry faulty) {
        Geometry common = Measure.common(space.boundary(), other.boundary());
        double area = measure.squareMetres(common);
        if (found.tells(area)) {
            if (Arrays.equals(SameBoundary.hash(space.boundary()), SameBoundary.hash(other.boundary()))) {
                return;
            }
            double smaller =
                    Math.min(space.boundary().getArea(), other.boundary().getArea());
            LonLat place = LonLat.of(common.getInteriorPoint().getCoordinate());
            found.add(new Irregularity(
                    Irregularity.Kind.OVERLAP,
                    level,
                    pair,
                    null,
                    area,
                    common.getArea() / smaller,
                    place,
                    common,
                    null));
        } else if (found.tellsSlips()) {
            unshared(space.boundary(), other.boundary(), faulty)
                    .or(() -> unshared(other.boundary(), space.boundary(), faulty))
                    .ifPresent(place -> found.add(new Irregularity(
                            Irregularity.Kind.UNSHARED_VERTEX, level, pair, null, 0, 0, LonLat.of(place), null, null)));
        }
    }

    /** A corner of the one boundary on an edge of the other, which has no corner there. */
    private static Optional<Coordinate> unshared(Geometry corners, Geometry edges, Geometry faulty) {
        Envelope near = faulty.getEnvelopeInternal();
        near.expandBy(ON_THE_EDGE);
        Set<Coordinate> known = new HashSet<>(Arrays.asList(edges.getCoordinates()));
        IndexedFacetDistance distance = new IndexedFacetDistance(edges);
        return Arrays.stream(corners.getCoordinates())
                .filter(corner -> near.contains(corner)
                        && !known.contains(corner)
                        && distance.isWithinDistance(corners.getFactory().createPoint(corner), ON_THE_EDGE))
                .findFirst();
    }
}
