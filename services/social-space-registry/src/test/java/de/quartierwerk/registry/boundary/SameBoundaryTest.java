package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SameBoundaryTest {
    private static final String HOLE = "(13.402 52.502,13.402 52.508,13.408 52.508,13.402 52.502)";
    private static final String CELL =
            "POLYGON((13.40 52.50,13.41 52.50,13.41 52.51,13.40 52.51,13.40 52.50)," + HOLE + ")";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON((13.40 52.50,13.40 52.51,13.41 52.51,13.41 52.50,13.40 52.50)," + HOLE + ")",
                "POLYGON((13.41 52.51,13.40 52.51,13.40 52.50,13.41 52.50,13.41 52.51)," + HOLE + ")",
                "POLYGON((13.40 52.50,13.40 52.50,13.41 52.50,13.41 52.51,13.40 52.51,13.40 52.50)," + HOLE + ")",
                "POLYGON((13.40000000001 52.5,13.41 52.5,13.41 52.51,13.4 52.51,13.40000000001 52.5)," + HOLE + ")",
                "MULTIPOLYGON(((13.40 52.50,13.41 52.50,13.41 52.51,13.40 52.51,13.40 52.50)," + HOLE + "))"
            })
    void knowsABoundaryHoweverItIsWritten(String other) throws ParseException {
        assertThat(SameBoundary.hash(read(other))).isEqualTo(SameBoundary.hash(read(CELL)));
    }

    @Test
    void orderOfPartsDoesNotMatter() throws ParseException {
        String first = "((13.4 52.5,13.41 52.5,13.41 52.51,13.4 52.5))";
        String second = "((13.5 52.5,13.51 52.5,13.51 52.51,13.5 52.5))";

        assertThat(SameBoundary.hash(read("MULTIPOLYGON(" + second + "," + first + ")")))
                .isEqualTo(SameBoundary.hash(read("MULTIPOLYGON(" + first + "," + second + ")")));
    }

    @ParameterizedTest
    @CsvSource({"13.4100004,0.05,true", "13.410002,0.05,false", "13.410002,5,true", "13.42,5,false"})
    void isTheSameWithinTheTolerance(double east, double metres, boolean same) throws ParseException {
        Geometry moved = read("POLYGON((13.40 52.50,13.405 52.5,%1$s 52.50,%1$s 52.51,13.40 52.51,13.40 52.50),%2$s)"
                .formatted(east, HOLE));

        assertThat(SameBoundary.within(read(CELL), moved, metres)).isEqualTo(same);
        assertThat(SameBoundary.within(moved, read(CELL), metres)).isEqualTo(same);
    }

    @Test
    void aHoleMoreIsAnotherBoundary() throws ParseException {
        Geometry filled = read("POLYGON((13.40 52.50,13.41 52.50,13.41 52.51,13.40 52.51,13.40 52.50))");

        assertThat(SameBoundary.within(read(CELL), filled, 5)).isFalse();
        assertThat(SameBoundary.hash(filled)).isNotEqualTo(SameBoundary.hash(read(CELL)));
    }

    private static Geometry read(String wkt) throws ParseException {
        return new WKTReader(GeoJsonGeometry.FACTORY).read(wkt);
    }
}
