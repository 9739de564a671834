package de.quartierwerk.registry.space;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Spaces are found by what people type, and by where something lies. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class FindingSpacesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void spaces() {
        putLevel("find-area", 42);
        importFile(
                        "planner",
                        collection(
                                feature("find-1", "Stülerstraße", rectangle(14, 50, 14.1, 50.1)),
                                feature("find-2", "Gesundbrunnen", rectangle(14.1, 50, 14.2, 50.1)),
                                feature("find-3", "Köpenick-Süd", rectangle(14.2, 50, 14.3, 50.1)),
                                feature("find-4", "Süd", rectangle(14.3, 50, 14.4, 50.1)),
                                feature("find-5", "Am Südufer", rectangle(14.4, 50, 14.5, 50.1))),
                        "{\"level\":\"find-area\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}")
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbox=", "bbox=13,52,14,53&bbox-crs=", "bbox-crs=EPSG:9999", "limit="})
    void refusesParametersWithoutAUsableValue(String parameters) {
        get("spaces?" + parameters).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stuelerstrasse",
                "STÜLERSTRASSE",
                "Stülerstr.",
                "stulerstr",
                "Stülerstraße",
                "Stülersraße",
                "find-1",
                "FIND 1"
            })
    void findsANameHoweverItIsWritten(String text) {
        search(text).body("items[0].key", equalTo("find-1"));
        search(Normalizer.normalize(text, Normalizer.Form.NFD)).body("items[0].key", equalTo("find-1"));
    }

    @Test
    void findsNamesWithSlips() {
        search("Gesundbrunen").body("items.key", contains("find-2"));
        search("Koepenick").body("items.key", contains("find-3"));
        search("Kopenik").body("items.key", contains("find-3"));
        search("Zehlendorf").body("items", empty());
        search("%").body("items", empty());
        search("-").body("items", empty());
    }

    @Test
    void showsTheBestFirstAndPages() {
        search("süd").body("items.key", contains("find-4", "find-3", "find-5"));

        String next = get("spaces?level=find-area&q=sued&limit=2")
                .body("items.key", contains("find-4", "find-3"))
                .extract()
                .path("next");
        get("spaces?level=find-area&q=sued&limit=2&cursor=" + next)
                .body("items.key", contains("find-5"))
                .body("next", nullValue());
        get("spaces?level=find-area&q=sued&cursor=WyJhIl0").statusCode(400);
    }

    @Test
    void saysHowWellATextMatches() {
        search("find-4").body("items[0].match", equalTo("key")).body("items[0].score", equalTo(1.0f));
        search("süd")
                .body("items.match", contains("name", "word-start", "word-start"))
                .body("items[0].score", equalTo(1.0f));
        search("köpenick").body("items[0].match", equalTo("name-start"));
        search("brunnen").body("items[0].match", equalTo("part"));
        search("Gesundbrunen")
                .body("items[0].match", equalTo("similar"))
                .body("items[0].score.toDouble()", closeTo(0.7, 0.29));
        assertThat(as(null).get("spaces?level=find-area").asString()).doesNotContain("score", "match");
        as(null).accept("application/geo+json")
                .get("spaces?level=find-area&q=find-4")
                .then()
                .body("features[0].properties.match", equalTo("key"));
    }

    @Test
    void locatesATable() {
        String table = table("level=find-area", "id;x;y\n=a;14,15;50,05\n;0;0\nc;50.05;14.05\n")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(table).isEqualTo("""
                id;key;name;level;hint\r
                '=a;find-2;Gesundbrunnen;find-area;\r
                ;;;;\r
                c;;;;axes-swapped\r
                """);
        table("level=find-area", "x,y\n14.15,north\n")
                .statusCode(422)
                .body("errors[0].line", equalTo(2))
                .body("errors[0].column", equalTo("y"))
                .body("errors[0].value", equalTo("north"));
        table("", "lon;lat\n14;50\n").statusCode(422).body("errors[0].code", equalTo("import.column-missing"));
        table("", "").statusCode(422);
        table("", "x;y\n" + "1;1\n".repeat(10_001))
                .statusCode(422)
                .body("errors[0].code", equalTo("space.locations-count"));
        table("level=never-heard-of", "x;y\n1;1\n").statusCode(404);
        table("foo=1", "x;y\n1;1\n").statusCode(400).body("code", equalTo("parameter.unknown"));
    }

    @Test
    void locatesManyPositionsInTheirOrder() {
        String points =
                "[{\"id\":\"a\",\"x\":14.15,\"y\":50.05},{\"x\":0,\"y\":0},{\"id\":\"c\",\"x\":50.05,\"y\":14.05},"
                        + "{\"x\":14.35,\"y\":50.05},{\"x\":1000,\"y\":50}]";

        locate("{\"level\":\"find-area\",\"points\":" + points + "}")
                .statusCode(200)
                .body("items.id", contains("a", null, "c", null, null))
                .body("items.collect { it.space?.key }", contains("find-2", null, null, "find-4", null))
                .body("items.hint", contains(null, null, "axes-swapped", null, "outside-world"));
        locate("{\"level\":\"find-area\",\"crs\":\"EPSG:25833\",\"points\":[{\"x\":439130,\"y\":5544500}]}")
                .body("items.space.key", contains("find-2"));
        locate("{\"level\":\"find-area\",\"asOf\":\"2005-12-31\",\"points\":" + points + "}")
                .body("items[0].space", nullValue());
    }

    @Test
    void locatesByWhatTheRegistryHoldsNow() {
        putLevel("find-now", 44);
        putLevel("find-then", 45);
        bringNow("find-now", "find-now-1", rectangle(15, 50, 15.1, 50.1));
        bringNow("find-then", "find-then-1", rectangle(15, 50, 15.1, 50.1));
        String points = "{\"points\":[{\"x\":15.05,\"y\":50.05},{\"x\":15.25,\"y\":50.05}]}";
        locate(points).body("items.collect { it.space?.key }", contains("find-then-1", null));

        putLevel("find-now", 46);
        locate(points).body("items.collect { it.space?.key }", contains("find-now-1", null));

        bringNow("find-now", "find-now-1", rectangle(15.2, 50, 15.3, 50.1));
        locate(points).body("items.collect { it.space?.key }", contains("find-then-1", "find-now-1"));
    }

    @Test
    void locatesByWhatLevelsSayNow() {
        putLevel("find-towns", 44);
        bringNow("find-towns", "05999998", rectangle(15.4, 50, 15.5, 50.1));
        String point = "{\"level\":\"find-towns\",\"points\":[{\"x\":15.45,\"y\":50.05}]}";
        locate(point).body("items[0].space.key", equalTo("05999998")).body("items[0].space.ags", nullValue());

        as("planner")
                .contentType("application/json")
                .header("If-Match", as("planner").get("levels/find-towns").header("ETag"))
                .body("{\"name\":\"Towns\",\"rank\":44,\"hierarchy\":\"administrative\"}")
                .put("levels/find-towns")
                .then()
                .statusCode(200);
        locate(point).body("items[0].space.ags", equalTo("05999998"));
    }

    private static void bringNow(String level, String key, String boundary) {
        importFile(
                        "planner",
                        collection(feature(key, "Jetzt", boundary)),
                        "{\"level\":\"" + level + "\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}")
                .statusCode(200)
                .body("counts.rejected", equalTo(0));
    }

    @Test
    void refusesPositionsThatAreNone() {
        locate("{\"level\":\"never-heard-of\",\"points\":[{\"x\":1,\"y\":1}]}").statusCode(404);
        locate("{\"points\":[]}").statusCode(400).body("errors[0].pointer", equalTo("/points"));
        locate("{\"points\":[{\"x\":1}]}").statusCode(400).body("errors[0].pointer", equalTo("/points/0/y"));
        locate("{\"crs\":\"EPSG:2180\",\"points\":[{\"x\":1,\"y\":1}]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("import.crs-unknown"));
        locate("{\"asOf\":\"0001-01-01\",\"points\":[{\"x\":1,\"y\":1}]}")
                .statusCode(422)
                .body("errors[0].code", equalTo("day.out-of-range"));
    }

    @Test
    void agreesWithBruteForceForRandomPositions() throws IOException {
        putLevel("find-berlin", 43);
        byte[] file = Files.readAllBytes(RealData.file("berlin-lor/district-regions-2020.geojson"));
        JsonNode features = JSON.readTree(file).path("features");
        for (JsonNode feature : features) {
            ((ObjectNode) feature.path("properties"))
                    .put("id", "find-" + feature.at("/properties/id").asText());
        }
        importFile(
                        as("planner"),
                        "a.geojson",
                        JSON.writeValueAsBytes(JSON.createObjectNode()
                                .put("type", "FeatureCollection")
                                .set("features", features)),
                        "{\"level\":\"find-berlin\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}")
                .body("counts.created", equalTo(138));
        Random random = new Random(42);
        ObjectNode request = JSON.createObjectNode().put("level", "find-berlin");
        ArrayNode points = request.putArray("points");
        for (int i = 0; i < 1_000; i++) {
            points.addObject()
                    .put("x", 13.05 + 0.75 * random.nextDouble())
                    .put("y", 52.33 + 0.36 * random.nextDouble());
        }

        List<String> found = locate(request.toString())
                .extract()
                .jsonPath()
                .getList("items.collect { it.space?.key }", String.class);

        List<String> expected = new ArrayList<>();
        for (JsonNode point : points) {
            expected.add(bruteForce(
                    features, point.path("x").doubleValue(), point.path("y").doubleValue()));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(expected).contains((String) null);
    }

    private static @Nullable String bruteForce(JsonNode features, double x, double y) {
        GeometryFactory factory = new GeometryFactory();
        for (JsonNode feature : features) {
            for (JsonNode part : feature.at("/geometry/coordinates")) {
                boolean inside = polygon(factory, part).contains(factory.createPoint(new Coordinate(x, y)));
                if (inside) {
                    return feature.at("/properties/id").asText();
                }
            }
        }
        return null;
    }

    private static Geometry polygon(GeometryFactory factory, JsonNode rings) {
        LinearRing[] read = new LinearRing[rings.size()];
        for (int i = 0; i < read.length; i++) {
            Coordinate[] positions = new Coordinate[rings.get(i).size()];
            for (int j = 0; j < positions.length; j++) {
                positions[j] = new Coordinate(
                        rings.get(i).get(j).get(0).doubleValue(),
                        rings.get(i).get(j).get(1).doubleValue());
            }
            read[i] = factory.createLinearRing(positions);
        }
        return factory.createPolygon(read[0], Arrays.copyOfRange(read, 1, read.length));
    }

    private static ValidatableResponse search(String text) {
        return get("spaces?level=find-area&q={q}", text).statusCode(200);
    }

    private static ValidatableResponse table(String query, String table) {
        return as(null).accept("text/csv")
                .contentType("text/csv; charset=UTF-8")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post("spaces/locate" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    private static ValidatableResponse locate(String body) {
        return as(null).contentType("application/json")
                .body(body)
                .post("spaces/locate")
                .then();
    }
}
