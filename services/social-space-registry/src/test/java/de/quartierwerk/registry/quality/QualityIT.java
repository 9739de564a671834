package de.quartierwerk.registry.quality;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quality report on the running service. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class QualityIT {
    @Test
    void findsNothingWhereNeighboursShareTheirEdges() {
        load(
                "neat",
                feature("neat-1", "A", rectangle(8, 50, 8.1, 50.1)),
                feature("neat-2", "B", rectangle(8.1, 50, 8.2, 50.1)));

        report("neat", "from=0").body("items", empty());
    }

    @Test
    void tellsOverlapsAndGapsBetweenSpaces() {
        load(
                "ring",
                feature("ring-n", "N", rectangle(8, 50.02, 8.03, 50.03)),
                feature("ring-w", "W", rectangle(8, 50, 8.01, 50.02)),
                feature("ring-e", "E", rectangle(8.02, 50, 8.03, 50.02)),
                feature("ring-s", "S", rectangle(8.01, 50, 8.02, 50.01)),
                feature("ring-x", "X", rectangle(8.03, 50, 8.05, 50.03)),
                feature("ring-y", "Y", rectangle(8.049, 50, 8.06, 50.03)));

        report("ring", "from=1000")
                .body("items.kind", contains("gap", "overlap"))
                .body(
                        "items.keys",
                        contains(List.of("ring-e", "ring-n", "ring-s", "ring-w"), List.of("ring-x", "ring-y")))
                .body("items[0].areaSquareMetres.toDouble()", closeTo(797_600, 2_000))
                .body("items[0].place.lon.toDouble()", closeTo(8.015, 0.005))
                .body("items[0].place.lat.toDouble()", closeTo(50.015, 0.005))
                .body("items[0].share", nullValue())
                .body("items[1].areaSquareMetres.toDouble()", closeTo(239_300, 1_000))
                .body("items[1].share.toDouble()", closeTo(1 / 11d, 1e-5));
        report("ring", "from=500000").body("items.kind", contains("gap"));
        String next = report("ring", "from=1000&limit=1")
                .body("items.kind", contains("gap"))
                .extract()
                .path("next");
        report("ring", "from=1000&limit=1&cursor=" + next)
                .body("items.kind", contains("overlap"))
                .body("next", nullValue());
    }

    @Test
    void tellsWhatDoesNotFitTheParent() {
        putLevel("quality-large", 30);
        importFile(
                        "planner",
                        collection(feature("large-1", "L", rectangle(9, 50, 9.03, 50.01))),
                        options("quality-large", ""))
                .body("counts.created", equalTo(1));
        putLevel("quality-small", 40);
        importFile(
                        "planner",
                        collection(
                                feature("small-1", "A", rectangle(9, 50, 9.01, 50.01)),
                                feature("small-3", "C", rectangle(9.02, 50, 9.031, 50.01))),
                        options("quality-small", ",\"parent\":{\"key\":\"large-1\"}"))
                .body("counts.created", equalTo(2));
        putSpace("planner", "small-2", null, "{\"name\":\"B\",\"level\":\"quality-small\",\"parent\":\"large-1\"}");

        report("quality-small", "")
                .body("items.kind", contains("not-covered", "outside-parent", "no-boundary"))
                .body("items.parent", contains("large-1", "large-1", null))
                .body("items.keys", contains(List.of(), List.of("small-3"), List.of("small-2")))
                .body("items[0].share.toDouble()", closeTo(1 / 3d, 1e-5))
                .body("items[0].proposal.key", equalTo("small-2"))
                .body("items[1].share.toDouble()", closeTo(1 / 11d, 1e-5))
                .body("items[2].areaSquareMetres", nullValue());
        report("quality-small", "parent=large-1").body("items", hasSize(3));
        putLevelBody("quality-small", ",\"covers\":false");
        report("quality-small", "").body("items.kind", contains("outside-parent", "no-boundary"));
    }

    @Test
    void tellsFaultsOfSingleBoundaries() {
        String strip = part(9.501, 50, 9.503, 50.000003);
        String parts = IntStream.range(0, 11)
                .mapToObj(i -> part(9.6 + 0.01 * i, 50, 9.605 + 0.01 * i, 50.005))
                .collect(Collectors.joining(","));
        load(
                "single",
                feature("single-1", "S", multi(part(9.4, 50, 9.5, 50.1) + "," + strip)),
                feature("single-2", "P", multi(parts)),
                feature("single-3", "V", rectangle(9.8, 50, 9.9, 50.1)),
                feature(
                        "single-4",
                        "W",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[9.9,50],[10,50],[10,50.1],[9.9,50.1],[9.9,50.05],[9.9,50]]]}"));
        // each was alone on its first day
        for (String[] space : new String[][] {{"single-5", "2020-01-01"}, {"single-6", "2019-01-01"}}) {
            putSpace(
                            "planner",
                            space[0],
                            null,
                            "{\"name\":\"T\",\"level\":\"quality-single\",\"validFrom\":\"" + space[1]
                                    + "\",\"geometry\":"
                                    + rectangle(10.1, 50, 10.2, 50.1) + "}")
                    .statusCode(201);
        }

        report("single", "from=0")
                .body("items.kind", contains("equal-boundary", "sliver", "many-parts", "unshared-vertex"))
                .body(
                        "items.keys",
                        contains(
                                List.of("single-5", "single-6"),
                                List.of("single-1"),
                                List.of("single-2"),
                                List.of("single-3", "single-4")))
                .body("items[1].areaSquareMetres.toDouble()", closeTo(47.8, 0.5))
                .body("items[3].place.lat.toDouble()", closeTo(50.05, 1e-6));
        report("single", "from=100").body("items.kind", contains("equal-boundary", "many-parts"));
    }

    @Test
    void looksBeyondThePortionsInWhichItReads() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < 1_225; i++) {
            double west = round(10.5 + i % 35 / 100d);
            int line = i / 35;
            double south = round(50 + line / 100d);
            if (i != 612) {
                String key = "cell-%04d".formatted(i);
                cells.add(feature(key, key, rectangle(west, south, round(west + 0.01), round(south + 0.01))));
            }
        }
        load("cell", cells.toArray(String[]::new));

        report("cell", "from=0")
                .body("items.kind", contains("gap"))
                .body(
                        "items[0].keys",
                        contains(
                                "cell-0576",
                                "cell-0577",
                                "cell-0578",
                                "cell-0611",
                                "cell-0613",
                                "cell-0646",
                                "cell-0647",
                                "cell-0648"));
    }

    @Test
    void answersTablesAndFeatures() {
        load(
                "form",
                feature("form-1", "A", rectangle(11, 50, 11.02, 50.01)),
                feature("form-2", "B", rectangle(11.019, 50, 11.03, 50.01)));

        String table = as(null).accept("text/csv")
                .get("quality?level=quality-form")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(table)
                .startsWith("kind;level;keys;parent;areaSquareMetres;share;lon;lat;proposal\r\n"
                        + "overlap;quality-form;form-1 form-2;;");
        as(null).accept("application/geo+json")
                .get("quality?level=quality-form")
                .then()
                .statusCode(200)
                .body("type", equalTo("FeatureCollection"))
                .body("features[0].type", equalTo("Feature"))
                .body("features[0].geometry.type", equalTo("Polygon"))
                .body("features[0].geometry.coordinates[0]", hasItem(List.of(11.019f, 50.0f)))
                .body("features[0].properties.kind", equalTo("overlap"))
                .body("features[0].properties.place", notNullValue());
        as(null).accept("text/html").get("quality?level=quality-form").then().statusCode(406);
        get("quality?level=quality-form&asOf=2019-12-31").statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "level=never-heard-of, 404, level.unknown",
        "parent=never-heard-of, 404, space.unknown",
        "from=-1, 400, quality.from-negative",
        "from=NaN, 400, parameter.wrong-type",
        "from=much, 400, parameter.wrong-type",
        "asOf=0001-01-01, 400, day.out-of-range",
        "foo=1, 400, parameter.unknown",
        "cursor=WyItMSJd, 400, page.cursor-malformed"
    })
    void namesWhatIsWrong(String query, int status, String code) {
        get("quality?" + query).statusCode(status).body(containsString(code));
    }

    @Test
    void findsNothingAmongTheMunicipalitiesAndMeasuresThemRightly() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(Files.readAllBytes(RealData.file("nrw-municipalities/aachen-heinsberg-wesel-2021.geojson")));
        for (JsonNode municipality : file.path("features")) {
            ObjectNode properties = (ObjectNode) municipality.path("properties");
            properties.put("id", "nrw-" + properties.path("AGS").asText());
        }
        putLevel("quality-nrw", 20);
        importFile(
                        as("planner"),
                        "nrw.geojson",
                        file.toString().getBytes(StandardCharsets.UTF_8),
                        options("quality-nrw", ",\"nameProperty\":\"GEN\""))
                .body("counts.created", equalTo(33));

        get("quality?level=quality-nrw&from=0").statusCode(200).body("items", empty());
        List<Object> keys = get("spaces?level=quality-nrw&limit=100").extract().path("items.key");
        List<Object> areas = get("spaces?level=quality-nrw&limit=100").extract().path("items.areaSquareMetres");
        assertArea(keys, areas, "nrw-05334", 709.47);
        assertArea(keys, areas, "nrw-05370", 625.45);
        assertArea(keys, areas, "nrw-05170", 1_043.67);
    }

    /** Within a thousandth of what was measured independently in UTM zone 32. */
    private static void assertArea(List<Object> keys, List<Object> areas, String prefix, double squareKilometres) {
        double sum = IntStream.range(0, keys.size())
                .filter(i -> keys.get(i).toString().startsWith(prefix))
                .mapToDouble(i -> ((Number) areas.get(i)).doubleValue())
                .sum();
        assertThat(sum / 1e6).isBetween(0.999 * squareKilometres, 1.001 * squareKilometres);
    }

    private static void load(String name, String... features) {
        putLevel("quality-" + name, 40);
        importFile("planner", collection(features), options("quality-" + name, ""))
                .statusCode(200)
                .body("counts.created", equalTo(features.length));
    }

    private static void putLevelBody(String code, String members) {
        as("planner")
                .contentType("application/json")
                .body("{\"name\":\"" + code + "\",\"rank\":40" + members + "}")
                .put("levels/" + code)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(String name, String more) {
        String level = name.startsWith("quality-") ? name : "quality-" + name;
        return get("quality?level=" + level + "&" + more).statusCode(200);
    }

    private static String options(String level, String more) {
        return "{\"level\":\"" + level + "\",\"keyProperty\":\"id\",\"validFrom\":\"2020-01-01\"" + more + "}";
    }

    private static double round(double degrees) {
        return Math.round(degrees * 100) / 100d;
    }

    private static String part(double west, double south, double east, double north) {
        return "[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]".formatted(west, south, east, north);
    }

    private static String multi(String parts) {
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + parts + "]}";
    }
}
