package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A cell of a hundredth of a degree; its area on the ellipsoid is 755,598.48 square metres. */
    private static final String CELL = "[[13.40,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.51],[13.40,52.50]]";

    private final BoundaryReader reader = new BoundaryReader(Crs.EPSG_4326, true);

    @Test
    void measuresInSquareMetresOfTheEllipsoid() throws Exception {
        Boundary boundary = boundary(polygon(CELL));

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

        Boundary boundary = Objects.requireNonNull(
                new BoundaryReader(crs, false).read(polygon(ring)).boundary());

        assertThat(boundary.box().getMinX()).isCloseTo(13.4, within(0.002));
        assertThat(boundary.box().getMinY()).isCloseTo(52.5, within(0.002));
    }

    @Test
    void subtractsHoles() throws Exception {
        String hole = "[[13.402,52.502],[13.402,52.508],[13.408,52.508],[13.408,52.502],[13.402,52.502]]";

        Boundary boundary = boundary(polygon(CELL + "," + hole));

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
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[1,1]]]} | geometry-ring-short | 1 1, 2 2, 1 1",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[2,2],[1,2]]]} | geometry-ring-open | 1 2",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,\"1\"],[2,2],[1,1]]]} | geometry-coordinates | [2,\"1\"]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],{\"x\":2,\"y\":1},[2,2],[1,1]]]} | geometry-coordinates"
                        + " | {\"x\":2,\"y\":1}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2],[2,2],[1,1]]]} | geometry-coordinates | [2]",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],null,[2,2],[1,1]]]} | geometry-coordinates | null",
                "{\"type\":\"Polygon\",\"coordinates\":{\"0\":1}} | geometry-coordinates | {\"0\":1}",
                "{\"type\":7,\"coordinates\":[]} | geometry-type | 7",
                "{\"type\":\"Polygon\",\"coordinates\":[[[391390,5817855],[1,1],[2,2],[391390,5817855]]]}"
                        + " | outside-world | 391390 5817855"
            })
    void namesTheFault(String geometry, String code, String value) throws IOException {
        JsonNode node = JSON.readTree(geometry);

        assertThat(reader.read(node).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.value()).isEqualTo(value);
        });
    }

    @Test
    void refusesRingsThatCrossThemselvesForGood() throws IOException {
        JsonNode bowTie = polygon("[[13.40,52.50],[13.41,52.51],[13.41,52.50],[13.40,52.51],[13.40,52.50]]");

        assertThat(reader.read(bowTie).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("geometry-invalid");
            assertThat(fault.arguments()).containsExactly("13.405", "52.505");
        });
    }

    @Test
    void refusesBoundariesRoundTheWorld() throws IOException {
        JsonNode world = polygon("[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]");

        assertThat(reader.read(world).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("geometry-too-wide");
            assertThat(fault.value()).isEqualTo("180.0 -90.0");
            assertThat(fault.arguments()).containsExactly("-180.0", "-90.0", "180.0", "-90.0", "30");
        });
    }

    @ParameterizedTest
    @CsvSource({"0,0,30.01,1", "0,0,1,30.01", "-45,0,45,1"})
    void refusesBoundariesWiderThanACountry(double west, double south, double east, double north) throws IOException {
        JsonNode wide = rectangle(west, south, east, north);

        assertThat(reader.read(wide).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("geometry-too-wide"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1,1", "-1,-1,0,0", "179,-85,180,-84", "-180,84,-179,85", "-171,-53,-170.1,-52.1", "5,47,15,55"})
    void measuresSmallBoundariesAnywhere(double west, double south, double east, double north) throws Exception {
        Boundary boundary = boundary(rectangle(west, south, east, north));

        assertThat(boundary.areaSquareMetres().signum()).isEqualTo(1);
    }

    @Test
    void refusesThePositionThatNoPlaneShows() throws IOException {
        JsonNode antipode = rectangle(-170, -52, -169, -51);

        assertThat(reader.read(antipode).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("geometry-not-measurable");
            assertThat(fault.arguments()).containsExactly("-170.0", "-52.0");
        });
    }

    @Test
    void refusesNumbersBeyondAllMeasure() throws IOException {
        JsonNode huge = polygon("[[1e400,1],[2,1],[2,2],[1e400,1]]");

        assertThat(reader.read(huge).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("outside-world"));
    }

    @Test
    void repairsSlipsAndTellsTheirPlace() throws Exception {
        String spike =
                "[[13.40,52.50],[13.41,52.50],[13.42,52.50],[13.41,52.50],[13.41,52.51],[13.40,52.51],[13.40,52.50]]";

        BoundaryReader.Reading reading = reader.read(polygon(spike));

        Boundary boundary = Objects.requireNonNull(reading.boundary());
        assertThat(reading.warnings()).extracting(BoundaryFault::code).containsExactly("geometry-repaired");
        assertThat(boundary.geometry().isValid()).isTrue();
        assertThat(boundary.areaSquareMetres().doubleValue()).isCloseTo(755_598.48, within(0.5));
    }

    @Test
    void writesWhatItRead() throws Exception {
        Boundary boundary = boundary(polygon(CELL));

        GeoJson written = GeoJsonGeometry.write(Wkb.read(Wkb.write(boundary.geometry())));

        assertThat(JSON.writeValueAsString(written)).isEqualTo(JSON.writeValueAsString(polygonOf(CELL)));
    }

    @Test
    void writesOuterRingsCounterClockwise() throws Exception {
        String clockwise = "[[13.40,52.50],[13.40,52.51],[13.41,52.51],[13.41,52.50],[13.40,52.50]]";

        GeoJson written = GeoJsonGeometry.write(boundary(polygon(clockwise)).geometry());

        assertThat(written)
                .isInstanceOfSatisfying(
                        GeoJson.Polygon.class,
                        polygon ->
                                assertThat(polygon.coordinates().get(0).get(1)).containsExactly(13.41, 52.50));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG_4326 | 51, 6, 51.01, 6.01 | axes-swapped | 51.005 6.005",
                "EPSG_4326 | 391390, 5817855, 391490, 5817955 | crs-suspect | 391440 5817905",
                "EPSG_25832 | 5817855, 391390, 5817955, 391490 | axes-swapped | 5817905 391440",
                "EPSG_4326 | 0, 0, 0.01, 0.01 | outside-area | 0.005 0.005",
                "EPSG_4326 | 13.4, 52.5, 13.400000001, 52.500000001 | geometry-too-small | 13.4 52.5",
                "EPSG_25832 | 13.4, 52.5, 13.41, 52.51 | crs-suspect | 13.405 52.505",
                "EPSG_3857 | 3797187, 5817855, 3797287, 5817955 | crs-suspect | 3797237 5817905"
            })
    void saysHowAFileWasMeant(Crs crs, String corners, String code, String value) throws IOException {
        String[] corner = corners.split(", ");
        JsonNode square = JSON.readTree(
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                        .formatted((Object[]) corner));

        assertThat(new BoundaryReader(crs, false).read(square).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.value()).isEqualTo(value);
                });
    }

    @Test
    void takesBoundariesAnywhereWithAWarning() throws IOException {
        BoundaryReader.Reading reading = reader.read(rectangle(51, 6, 51.01, 6.01));

        assertThat(reading.boundary()).isNotNull();
        assertThat(reading.warnings()).extracting(BoundaryFault::code).containsExactly("axes-swapped");
    }

    @Test
    void tellsEveryFaultOfABoundary() throws IOException {
        JsonNode geometry = JSON.readTree("{\"type\":\"MultiPolygon\",\"coordinates\":["
                + "[[[13.40,52.50],[13.41,52.51],[13.41,52.50],[13.40,52.51],[13.40,52.50]]],"
                + "[[[13.50,52.50],[13.51,52.50],[13.51,52.51],[13.50,52.51]]],[[[13.6,52.5],[13.6,52.6]]]]}");

        assertThat(reader.read(geometry).faults())
                .extracting(fault -> fault.code() + " " + fault.value())
                .containsExactly(
                        "geometry-ring-open 13.5 52.51",
                        "geometry-ring-short 13.6 52.5, 13.6 52.6",
                        "geometry-invalid 13.405 52.505");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[13.402,52.512],[13.402,52.518],[13.408,52.518],[13.402,52.512]] | geometry-hole-outside",
                "[[13.402,52.502],[13.402,52.508],[13.408,52.508],[13.408,52.502],[13.402,52.502]],"
                        + "[[13.403,52.503],[13.403,52.507],[13.407,52.507],[13.407,52.503],[13.403,52.503]]"
                        + " | geometry-holes-nested"
            })
    void namesFaultsOfHoles(String holes, String code) throws IOException {
        assertThat(reader.read(polygon(CELL + "," + holes)).faults())
                .extracting(BoundaryFault::code)
                .containsExactly(code);
    }

    @Test
    void namesDoubledParts() throws IOException {
        JsonNode doubled = JSON.readTree("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + CELL + "],[" + CELL + "]]}");

        assertThat(reader.read(doubled).faults())
                .extracting(BoundaryFault::code)
                .containsExactly("geometry-part-doubled");
    }

    /** A part within the first one, a part that overlaps it, and one of less than a square metre far from it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[13.402,52.512],[13.408,52.512],[13.408,52.518],[13.402,52.512]] | ''",
                "[[13.402,52.502],[13.408,52.502],[13.408,52.508],[13.402,52.502]] | geometry-parts-nested",
                "[[13.405,52.505],[13.415,52.505],[13.415,52.515],[13.405,52.505]] | geometry-parts-overlap"
            })
    void namesPartsThatLieInOthersOrOverlap(String part, String code) throws IOException {
        JsonNode both = JSON.readTree("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + CELL + "],[" + part + "]]}");

        assertThat(reader.read(both).faults())
                .extracting(BoundaryFault::code)
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void warnsOfPartsOfLessThanASquareMetre() throws IOException {
        String tiny = "[[13.42,52.5],[13.420005,52.5],[13.420005,52.500005],[13.42,52.5]]";
        JsonNode parts = JSON.readTree("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + CELL + "],[" + tiny + "]]}");

        BoundaryReader.Reading reading = reader.read(parts);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("geometry-part-tiny");
            assertThat(warning.arguments().get(2)).startsWith("0.09");
        });
        Boundary known = Objects.requireNonNull(reading.boundary());
        assertThat(reader.read(GeoJsonShape.of(parts), known.measured()).warnings())
                .isEqualTo(reading.warnings());
    }

    @Test
    void takesOverWhatIsKnownOfTheSameBoundary() throws IOException {
        Boundary first = boundary(polygon(CELL));
        MeasuredBoundary known =
                new MeasuredBoundary(first.hash(), BigDecimal.TEN, first.centroid(), first.labelPoint());
        String turned = "[[13.41,52.51],[13.41,52.50],[13.40,52.50],[13.40,52.51],[13.41,52.51]]";
        String other = "[[13.41,52.51],[13.41,52.50],[13.40,52.50],[13.40,52.52],[13.41,52.51]]";

        assertThat(reader.read(GeoJsonShape.of(polygon(turned)), known).boundary())
                .extracting(Boundary::areaSquareMetres)
                .isEqualTo(BigDecimal.TEN);
        assertThat(reader.read(GeoJsonShape.of(polygon(other)), known).boundary())
                .extracting(boundary -> boundary.areaSquareMetres().doubleValue())
                .satisfies(area -> assertThat((double) area).isGreaterThan(1_000_000));
        assertThat(new BoundaryReader(Crs.EPSG_4326, false)
                        .read(GeoJsonShape.of(polygon("[[1,1],[2,1],[2,2],[1,1]]")), known)
                        .faults())
                .extracting(BoundaryFault::code)
                .containsExactly("outside-area");
    }

    @Test
    void tellsWhatIsWrongBesideARingThatIsOpen() throws IOException {
        String outside = "[[13.402,52.512],[13.402,52.518],[13.408,52.518],[13.402,52.512]]";
        String open = "[[13.50,52.50],[13.51,52.50],[13.51,52.51],[13.50,52.51]]";
        String within = "[[13.402,52.502],[13.408,52.502],[13.408,52.508],[13.402,52.502]]";
        String twice = "[[13.60,52.50],[13.61,52.50],[13.61,52.51],[13.60,52.50]]";
        String overlapping = "[[13.605,52.50],[13.615,52.50],[13.615,52.51],[13.605,52.50]]";
        JsonNode geometry = JSON.readTree("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + open + "],["
                + "[[13.70,52.50],[13.71,52.50],[13.71,52.51],[13.70,52.50]]," + outside + "],[" + CELL + "],[" + within
                + "],[" + twice + "],[" + twice + "],[" + overlapping + "]]}");

        assertThat(reader.read(geometry).faults())
                .extracting(BoundaryFault::code)
                .containsExactly(
                        "geometry-ring-open",
                        "geometry-hole-outside",
                        "geometry-part-doubled",
                        "geometry-parts-nested",
                        "geometry-parts-overlap");
    }

    private Boundary boundary(JsonNode geometry) {
        return Objects.requireNonNull(reader.read(geometry).boundary());
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
