package de.quartierwerk.registry.boundary;

import java.math.BigDecimal;

/**
 * What was found out about a boundary that was checked.
 *
 * @param hash of the normalised boundary, see {@link SameBoundary}
 * @param areaSquareMetres area, two decimals
 * @param centroid centre of the area; it may lie outside a bent one
 * @param labelPoint a position inside, where a label can stand
 */
public record MeasuredBoundary(byte[] hash, BigDecimal areaSquareMetres, LonLat centroid, LonLat labelPoint) {}
