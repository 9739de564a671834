package de.quartierwerk.registry.boundary;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A checked boundary (Grenze) of a social space.
 *
 * @param geometry valid polygon or multipolygon, WGS84
 * @param measured what was found out about it
 */
public record Boundary(Geometry geometry, MeasuredBoundary measured) {
    /** SHA-256 of the normalised boundary. */
    public byte[] hash() {
        return measured.hash();
    }

    /** Area, two decimals. */
    public BigDecimal areaSquareMetres() {
        return measured.areaSquareMetres();
    }

    /** Centre of the area; it may lie outside a bent one. */
    public LonLat centroid() {
        return measured.centroid();
    }

    /** A position inside, where a label can stand. */
    public LonLat labelPoint() {
        return measured.labelPoint();
    }

    /** Smallest box of longitudes and latitudes around the boundary. */
    public Envelope box() {
        return geometry.getEnvelopeInternal();
    }
}
