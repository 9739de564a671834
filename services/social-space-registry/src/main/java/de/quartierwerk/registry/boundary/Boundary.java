package de.quartierwerk.registry.boundary;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A checked boundary (Grenze) of a social space.
 *
 * @param geometry valid polygon or multipolygon, WGS84
 * @param areaSquareMetres area, two decimals
 * @param centroid centre of the area; it may lie outside a bent one
 */
public record Boundary(Geometry geometry, BigDecimal areaSquareMetres, LonLat centroid) {
    /** Smallest box of longitudes and latitudes around the boundary. */
    public Envelope box() {
        return geometry.getEnvelopeInternal();
    }

    /** A position inside, where a label can stand. */
    public LonLat labelPoint() {
        return LonLat.of(geometry.getInteriorPoint().getCoordinate());
    }
}
