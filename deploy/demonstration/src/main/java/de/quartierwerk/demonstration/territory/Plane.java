package de.quartierwerk.demonstration.territory;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The plane in which a region is drawn, in metres, and its place on the earth: the German Bight, where no municipality
 * lies that the region could be mistaken for.
 */
final class Plane {

    private static final double LONGITUDE = 6.9;
    private static final double LATITUDE = 54.35;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double SEMI_MAJOR = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;
    private static final double DIGITS = 1e7;
    private static final double SHRINK = StrictMath.cos(StrictMath.toRadians(LATITUDE));

    private Plane() {}

    /** Turns metres of the plane into degrees with seven decimals; equal points stay equal. */
    static Geometry toDegrees(Geometry metres) {
        Geometry degrees = metres.copy();
        degrees.apply(new ToDegrees());
        return degrees;
    }

    /** Square metres on the ellipsoid WGS84 of a small polygon in degrees. */
    static double squareMetres(Geometry degrees) {
        double latitude = StrictMath.toRadians(degrees.getEnvelopeInternal().centre().y);
        double sine = StrictMath.sin(latitude);
        double w = StrictMath.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
        double north = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
        double east = SEMI_MAJOR / w * StrictMath.cos(latitude);
        double radian = StrictMath.toRadians(1);
        return degrees.getArea() * radian * radian * north * east;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DIGITS) / DIGITS;
    }

    private static final class ToDegrees implements CoordinateSequenceFilter {

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            sequence.setOrdinate(i, Coordinate.X, rounded(LONGITUDE + sequence.getX(i) / (METRES_PER_DEGREE * SHRINK)));
            sequence.setOrdinate(i, Coordinate.Y, rounded(LATITUDE + sequence.getY(i) / METRES_PER_DEGREE));
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
