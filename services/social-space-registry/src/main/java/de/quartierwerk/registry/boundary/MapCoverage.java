package de.quartierwerk.registry.boundary;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Boundaries simplified for maps. They are simplified together, so that spaces that share an edge still share it
 * afterwards: no gaps and no overlaps appear on the map. Not for use by several threads at once.
 */
public final class MapCoverage {
    /** Tolerance as a share of the side of a square as large as the median space. */
    private static final double TOLERANCE_SHARE = 0.02;
    /** Positions are rounded to six decimals of a degree, about a decimetre. */
    private static final double DEGREE_DECIMALS = 1e6;

    private final Projection toEqualArea = Projection.toEqualArea();
    private final Projection fromEqualArea = Projection.fromEqualArea();

    /** The tolerance in metres that suits maps of these areas (square metres), 0 without any. */
    public static double tolerance(double[] areas) {
        if (areas.length == 0) {
            return 0;
        }
        double[] sorted = areas.clone();
        Arrays.sort(sorted);
        return TOLERANCE_SHARE * Math.sqrt(sorted[sorted.length / 2]);
    }

    /**
     * Simplifies boundaries together.
     *
     * @param boundaries valid geometries, WGS84
     * @param tolerance in metres; details smaller than it go
     * @return simplified geometries in the same order, each valid; one that would not be stays as it was
     */
    public List<Geometry> simplify(List<Geometry> boundaries, double tolerance) {
        Geometry[] metres = boundaries.stream().map(toEqualArea::apply).toArray(Geometry[]::new);
        Geometry[] simplified = CoverageSimplifier.simplify(metres, tolerance);
        Geometry[] result = new Geometry[simplified.length];
        for (int i = 0; i < result.length; i++) {
            Geometry onMap = rounded(fromEqualArea.apply(simplified[i]));
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
