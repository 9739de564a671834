package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A cell of a hundredth of a degree; its area on the ellipsoid is 755,598.48 square metres. */
    private static final String CELL = "[[13.40,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.51],[13.40,52.50]]";

    private final BoundaryReader reader = new BoundaryReader(Crs.EPSG_4326);

    @Test
    void measuresInSquareMetresOfTheEllipsoid() throws Exception {
        Boundary boundary = reader.read(polygon(CELL)).boundary();

        assertThat(boundary.areaSquareMetres().doubleValue()).isCloseTo(755_598.48, within(0.05));
        assertThat(boundary.centroid().lon()).isCloseTo(13.405, within(1e-5));
        assertThat(boundary.centroid().lat()).isCloseTo(52.505, within(1e-5));
        assertThat(boundary.box().getMaxX()).isEqualTo(13.41);
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG_25833, 391390.731338828, 5817855.240693387",
        "EPSG_25832, 798587.0, 5825762.0",
        "EPSG_3857, 1491681.176629866, 6891041.723891583"
    })
    void bringsOtherSystemsToWgs84(Crs crs, double x, double y) throws Exception {
        String ring = "[[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]]"
                .formatted(x, y, x + 100, y + 100)
                .replace("\\u00a0", "");

        Boundary boundary = new BoundaryReader(crs).read(polygon(ring)).boundary();

        assertThat(boundary.box().getMinX()).isCloseTo(13.4, within(0.002));
        assertThat(boundary.box().getMinY()).isCloseTo(52.5, within(0.002));
    }

    @Test
    void subtractsHoles() throws Exception {
        String hole = "[[13.402,52.502],[13.402,52.508],[13.408,52.508],[13.408,52.502],[13.402,52.502]]";

        Boundary boundary = reader.read(polygon(CELL + "," + hole)).boundary();

        assertThat(boundary.areaSquareMetres().doubleValue()).isCloseTo(755_598.48 * 0.64, within(10.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | geometry-missing | ",
                "{\"type\":\"Point\",\"coordinates\":[13.4,52.5]} | geometry-type | \"Point\"",
                "{\"type\":\"Polygon\"} | geometry-coordinates | ''",
                "{\"type\":\"Polygon\",\"coordinates\":[]} | geometry-coordinates | []",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[1,1]]]} | geometry-ring-short | [[1,1],[2,2],[1,1]]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,2]]]} | geometry-ring-open | [1,2]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,\"1\"],[2,2],[1,1]]]} | geometry-coordinates | [2,\"1\"]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],{\"x\":2,\"y\":1},[2,2],[1,1]]]} | geometry-coordinates"
                        + " | {\"x\":2,\"y\":1}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2],[2,2],[1,1]]]} | geometry-coordinates | [2]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],null,[2,2],[1,1]]]} | geometry-coordinates | null",
                "{\"type\":\"Polygon\",\"coordinates\":{\"0\":1}} | geometry-coordinates | {\"0\":1}",
                "{\"type\":7,\"coordinates\":[]} | geometry-type | 7",
                "{\"type\":\"Polygon\",\"coordinates\":[[[391390,5817855],[1,1],[2,2],[391390,5817855]]]}"
                        + " | geometry-out-of-range | [391390,5817855]"
            })
    void namesTheFault(String geometry, String code, String value) throws IOException {
        JsonNode node = JSON.readTree(geometry);

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(node))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.value()).isEqualTo(value);
                });
    }

    @Test
    void refusesRingsThatCrossThemselvesForGood() throws IOException {
        JsonNode bowTie = polygon("[[13.40,52.50],[13.41,52.51],[13.41,52.50],[13.40,52.51],[13.40,52.50]]");

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(bowTie))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("geometry-invalid");
                    assertThat(fault.arguments()).containsExactly("13.405", "52.505");
                });
    }

    @Test
    void refusesBoundariesRoundTheWorld() throws IOException {
        JsonNode world = polygon("[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]");

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(world))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("geometry-too-wide");
                    assertThat(fault.value()).isEqualTo("180.0 -90.0");
                    assertThat(fault.arguments()).containsExactly("-180.0", "-90.0", "180.0", "-90.0", "30");
                });
    }

    @ParameterizedTest
    @CsvSource({"0,0,30.01,1", "0,0,1,30.01", "-45,0,45,1"})
    void refusesBoundariesWiderThanACountry(double west, double south, double east, double north) throws IOException {
        JsonNode wide = rectangle(west, south, east, north);

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(wide))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("geometry-too-wide"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1,1", "-1,-1,0,0", "179,-85,180,-84", "-180,84,-179,85", "-171,-53,-170.1,-52.1", "5,47,15,55"})
    void measuresSmallBoundariesAnywhere(double west, double south, double east, double north) throws Exception {
        Boundary boundary = reader.read(rectangle(west, south, east, north)).boundary();

        assertThat(boundary.areaSquareMetres().signum()).isEqualTo(1);
    }

    @Test
    void refusesThePositionThatNoPlaneShows() throws IOException {
        JsonNode antipode = rectangle(-170, -52, -169, -51);

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(antipode))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("geometry-not-measurable");
                    assertThat(fault.arguments()).containsExactly("-170.0", "-52.0");
                });
    }

    @Test
    void refusesNumbersBeyondAllMeasure() throws IOException {
        JsonNode huge = polygon("[[1e400,1],[2,1],[2,2],[1e400,1]]");

        assertThatExceptionOfType(BoundaryFault.class)
                .isThrownBy(() -> reader.read(huge))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("geometry-out-of-range"));
    }

    @Test
    void repairsSlipsAndTellsTheirPlace() throws Exception {
        String spike =
                "[[13.40,52.50],[13.41,52.50],[13.42,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.51],[13.40,52.50]]";

        BoundaryReader.Reading reading = reader.read(polygon(spike));

        assertThat(reading.repairedAt()).isPresent();
        assertThat(reading.boundary().geometry().isValid()).isTrue();
        assertThat(reading.boundary().areaSquareMetres().doubleValue()).isCloseTo(755_598.48, within(0.5));
    }

    @Test
    void writesWhatItRead() throws Exception {
        Boundary boundary = reader.read(polygon(CELL)).boundary();

        GeoJson written = GeoJsonGeometry.write(Wkb.read(Wkb.write(boundary.geometry())));

        assertThat(JSON.writeValueAsString(written)).isEqualTo(JSON.writeValueAsString(polygonOf(CELL)));
    }

    @Test
    void writesOuterRingsCounterClockwise() throws Exception {
        String clockwise = "[[13.40,52.50],[13.40,52.51],[13.41,52.51],[13.41,52.50],[13.40,52.50]]";

        GeoJson written =
                GeoJsonGeometry.write(reader.read(polygon(clockwise)).boundary().geometry());

        assertThat(written)
                .isInstanceOfSatisfying(
                        GeoJson.Polygon.class,
                        polygon ->
                                assertThat(polygon.coordinates().get(0).get(1)).containsExactly(13.41, 52.50));
    }

    private static JsonNode polygon(String rings) throws IOException {
        return JSON.readTree("{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}");
    }

    private static JsonNode rectangle(double west, double south, double east, double north) throws IOException {
        return polygon(
                "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]".formatted(west, south, east, north));
    }

    private static Object polygonOf(String rings) throws IOException {
        return JSON.treeToValue(polygon(rings), Map.class);
    }
}
