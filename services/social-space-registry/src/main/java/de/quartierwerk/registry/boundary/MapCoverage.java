package de.quartierwerk.registry.boundary;

import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Boundaries simplified for maps. They are simplified together, so that spaces that share an edge still share it
 * afterwards: no gaps and no overlaps appear on the map.
 */
public final class MapCoverage {
    /** Tolerance as a share of the side of a square as large as the median space. */
    private static final double TOLERANCE_SHARE = 0.02;
    /** Positions are rounded to six decimals of a degree, about a decimetre. */
    private static final double DEGREE_DECIMALS = 1e6;

    /** Degrees stretched to metres as in the middle of Germany; near enough to say what is a detail. */
    private static final AffineTransformation TO_METRES =
            AffineTransformation.scaleInstance(111_320 * Math.cos(Math.toRadians(51)), 111_320);

    private static final AffineTransformation TO_DEGREES =
            AffineTransformation.scaleInstance(1 / (111_320 * Math.cos(Math.toRadians(51))), 1.0 / 111_320);

    /** The tolerance in metres that suits maps of areas whose median this is, in square metres. */
    public static double tolerance(double medianArea) {
        return TOLERANCE_SHARE * Math.sqrt(medianArea);
    }

    /**
     * Simplifies boundaries together.
     *
     * @param boundaries valid geometries, WGS84
     * @param tolerance in metres; details smaller than it go
     * @return simplified geometries in the same order, each valid; one that would not be stays as it was
     */
    public List<Geometry> simplify(List<Geometry> boundaries, double tolerance) {
        return simplify(boundaries, boundaries.size(), tolerance);
    }

    /**
     * Simplifies the first of some boundaries. With all others that touch them, their edges become the same as if all
     * boundaries of the country were simplified together.
     *
     * @param wanted how many of the first
     */
    public List<Geometry> simplify(List<Geometry> boundaries, int wanted, double tolerance) {
        Geometry[] metres = boundaries.stream().map(TO_METRES::transform).toArray(Geometry[]::new);
        Geometry[] simplified = CoverageSimplifier.simplify(metres, tolerance);
        Geometry[] result = new Geometry[wanted];
        for (int i = 0; i < wanted; i++) {
            Geometry onMap = rounded(TO_DEGREES.transform(simplified[i]));
            result[i] = onMap.isEmpty() || !onMap.isValid() ? boundaries.get(i) : onMap;
        }
        return List.of(result);
    }

    private static Geometry rounded(Geometry geometry) {
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int index) {
                sequence.setOrdinate(index, CoordinateSequence.X, rounded(sequence.getX(index)));
                sequence.setOrdinate(index, CoordinateSequence.Y, rounded(sequence.getY(index)));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return geometry;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DEGREE_DECIMALS) / DEGREE_DECIMALS;
    }
}
