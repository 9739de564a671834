package de.quartierwerk.reporting.map;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Mercator's projection on the sphere, scaled so that a given extent in degrees fills a grid. It keeps angles, so that
 * a region looks as it does in the office's own maps, and needs no choice of a zone.
 */
final class Mercator {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private final double west;
    private final double north;
    private final double unitsPerRadian;
    private final int margin;
    private final int width;
    private final int height;
    private final double metresPerUnit;

    /**
     * @param extent extent in degrees
     * @param longerSide length of the grid's longer side
     * @param margin empty units along every edge
     */
    Mercator(Envelope extent, int longerSide, int margin) {
        this.west = Math.toRadians(extent.getMinX());
        this.north = stretched(extent.getMaxY());
        this.margin = margin;
        double across = Math.max(Math.toRadians(extent.getWidth()), 1e-9);
        double down = Math.max(north - stretched(extent.getMinY()), 1e-9);
        this.unitsPerRadian = (longerSide - 2 * margin) / Math.max(across, down);
        this.width = (int) Math.ceil(across * unitsPerRadian) + 2 * margin;
        this.height = (int) Math.ceil(down * unitsPerRadian) + 2 * margin;
        this.metresPerUnit =
                EARTH_RADIUS_METRES * Math.cos(Math.toRadians(extent.centre().getY())) / unitsPerRadian;
    }

    private static double stretched(double latitude) {
        return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    }

    /** Place on the grid of a point in degrees, rounded to whole units. */
    Coordinate toGrid(double longitude, double latitude) {
        return new Coordinate(
                Math.rint((Math.toRadians(longitude) - west) * unitsPerRadian) + margin,
                Math.rint((north - stretched(latitude)) * unitsPerRadian) + margin);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    double metresPerUnit() {
        return metresPerUnit;
    }
}
