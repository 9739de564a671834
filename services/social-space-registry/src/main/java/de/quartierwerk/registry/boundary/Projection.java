package de.quartierwerk.registry.boundary;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Carries geometries from one coordinate system to another. Not for use by several threads at once. */
public final class Projection {
    /**
     * ETRS89 Lambert azimuthal equal-area (EPSG:3035): areas in it are true anywhere, distances near enough in Europe.
     */
    static final String EQUAL_AREA = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80"
            + " +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";

    private final CoordinateTransform transform;

    private Projection(String from, String to) {
        this.transform = new CoordinateTransformFactory().createTransform(system(from), system(to));
    }

    /** From a system to WGS84. */
    public static Projection toWgs84(Crs source) {
        return new Projection(source.definition(), Crs.EPSG_4326.definition());
    }

    /** From WGS84 to a system. */
    public static Projection fromWgs84(Crs target) {
        return new Projection(Crs.EPSG_4326.definition(), target.definition());
    }

    static Projection toEqualArea() {
        return new Projection(Crs.EPSG_4326.definition(), EQUAL_AREA);
    }

    static Projection fromEqualArea() {
        return new Projection(EQUAL_AREA, Crs.EPSG_4326.definition());
    }

    /** A copy of the geometry in the target system; equal positions stay equal. */
    public Geometry apply(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.apply(new EachPosition());
        copy.geometryChanged();
        return copy;
    }

    /** A single position in the target system. */
    ProjCoordinate apply(double x, double y) {
        return transform.transform(new ProjCoordinate(x, y), new ProjCoordinate());
    }

    private static CoordinateReferenceSystem system(String definition) {
        return new CRSFactory().createFromParameters(null, definition);
    }

    private final class EachPosition implements CoordinateSequenceFilter {
        private final ProjCoordinate from = new ProjCoordinate();
        private final ProjCoordinate to = new ProjCoordinate();

        @Override
        public void filter(CoordinateSequence sequence, int index) {
            from.x = sequence.getX(index);
            from.y = sequence.getY(index);
            transform.transform(from, to);
            sequence.setOrdinate(index, CoordinateSequence.X, to.x);
            sequence.setOrdinate(index, CoordinateSequence.Y, to.y);
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
