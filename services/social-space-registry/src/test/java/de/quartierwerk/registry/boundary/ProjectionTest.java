package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.proj4j.ProjCoordinate;

class ProjectionTest {
    /** Positions of 13.4 E, 52.5 N in each system as PROJ 9 computes them; degrees to a centimetre, or to metres. */
    @ParameterizedTest
    @CsvSource({
        "EPSG_4258, 13.4, 52.5, 1e-7",
        "EPSG_3857, 1491681.1766, 6891041.7239, 1e-7",
        "EPSG_25831, 1204963.9943, 5867655.7638, 1e-7",
        "EPSG_25832, 798609.5209, 5825756.2420, 1e-7",
        "EPSG_25833, 391390.7313, 5817855.2407, 1e-7",
        "EPSG_3035, 4551801.9733, 3271028.9832, 1e-7",
        "EPSG_4647, 32798609.5209, 5825756.2420, 1e-7",
        "EPSG_5650, 33391390.7313, 5817855.2407, 1e-7",
        "EPSG_31466, 3002212.2608, 5844335.4828, 5e-5",
        "EPSG_31467, 3798801.1171, 5827650.5157, 5e-5",
        "EPSG_31468, 4595175.4885, 5819460.4020, 5e-5",
        "EPSG_31469, 5391482.2838, 5819737.5883, 5e-5"
    })
    void bringsEverySystemToWgs84(Crs crs, double x, double y, double degrees) {
        ProjCoordinate place = Projection.toWgs84(crs).apply(x, y);

        assertThat(place.x).isCloseTo(13.4, within(degrees));
        assertThat(place.y).isCloseTo(52.5, within(degrees));
    }
}
