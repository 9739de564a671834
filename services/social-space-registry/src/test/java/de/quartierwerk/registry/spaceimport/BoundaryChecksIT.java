package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the registry says of boundaries that do not fit their parent, their neighbours or the place where they lie. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BoundaryChecksIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void tellsOverlapsOnceAndRefusesTheLaterSpaceFromHalfOn() {
        putLevel("check-overlap", 41);

        importFile(
                        "planner",
                        collection(
                                feature("CO1", "A", rectangle(11, 50, 11.1, 50.1)),
                                feature("CO2", "B", rectangle(11.09, 50, 11.2, 50.1)),
                                feature("CO3", "C", rectangle(11.11, 50.01, 11.12, 50.02)),
                                feature("CO4", "D", rectangle(11.2, 50, 11.3, 50.1)),
                                feature("CO5", "E", rectangle(11.2, 50, 11.3, 50.1))),
                        options("check-overlap", ""))
                .statusCode(200)
                .body("counts", equalTo(counts(5, 3, 0, 0, 2)))
                .body("findings.row", contains(2, 3, 5))
                .body("findings.code", contains("overlaps", "overlaps", "equal-boundary"))
                .body("findings.severity", contains("warning", "error", "error"))
                .body("findings.value", contains("CO1", "CO2", "CO4"))
                .body("findings[0].message", containsString("10 % des kleineren"))
                .body("findings[0].place.lon", equalTo(11.095f));
        importFile(
                        "planner",
                        collection(feature("CO6", "F", rectangle(11, 50, 11.1, 50.1))),
                        options("check-overlap", ""))
                .body("findings.code", contains("equal-boundary", "overlaps"))
                .body("findings.value", contains("CO1", "CO2"));
    }

    @Test
    void tellsWhatLiesOutsideItsParent() {
        putLevel("check-parent", 31);
        putLevel("check-child", 41);
        importFile(
                "planner", collection(feature("CP1", "A", rectangle(12, 50, 12.1, 50.1))), options("check-parent", ""));

        importFile(
                        "planner",
                        collection(
                                feature("CP1-1", "innen", rectangle(12, 50, 12.05, 50.1)),
                                feature("CP1-2", "am Rand", rectangle(12.05, 50, 12.11, 50.1)),
                                feature("CP1-3", "weit weg", rectangle(9, 49, 9.1, 49.1))),
                        options("check-child", ",\"parent\":{\"key\":\"CP1\"}"))
                .body("counts", equalTo(counts(3, 2, 0, 0, 1)))
                .body("findings.row", contains(2, 3))
                .body("findings.code", contains("outside-parent", "outside-parent"))
                .body("findings.severity", contains("warning", "error"))
                .body("findings[0].message", containsString("16.67 %"))
                .body("findings[0].place.lon", equalTo(12.105f));
        importFile(
                        "planner",
                        collection(feature("CP1-3", "weit weg", rectangle(9, 49, 9.1, 49.1))),
                        options("check-child", ",\"parent\":{\"key\":\"CP1\"},\"anywhere\":true"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)))
                .body("findings.severity", contains("warning"));
    }

    /** Rows of one key, of which both lie in their parent, or none. */
    @ParameterizedTest
    @CsvSource({"12.0, 12.05, CW1", "12.5, 12.6, ''"})
    void takesTheFirstRowOfAKeyWhereItsParentDecidesNothing(double first, double second, String parent) {
        putLevel("check-same-parent", 31);
        putLevel("check-same", 41);
        importFile(
                "planner",
                collection(feature("CW1", "A", rectangle(12, 48, 12.1, 48.1))),
                options("check-same-parent", ""));
        String key = "CW1-" + first;
        String in = parent.isEmpty() ? "" : " → " + parent;

        importFile(
                        "planner",
                        collection(
                                feature(key, "erster", rectangle(first, 48, first + 0.02, 48.02)),
                                feature(key, "zweiter", rectangle(second, 48, second + 0.02, 48.02))),
                        options("check-same", ",\"parent\":{\"key\":\"CW1\"},\"anywhere\":true"))
                .body("counts", equalTo(counts(2, 1, 0, 0, 1)))
                .body("findings.find { it.code == 'duplicate-key' }.row", equalTo(2))
                .body(
                        "findings.find { it.code == 'duplicate-key' }.message",
                        containsString("(1: " + (first + 0.01) + ", 48.01" + in + "; 2: " + (second + 0.01) + ", 48.01"
                                + in + ")"));
        get("spaces/" + key).body("name", equalTo("erster"));
    }

    /** Numbers of metres that lie nowhere near, and the point where nothing was filled in. */
    @ParameterizedTest
    @CsvSource({"2.3, 48.8, outside-area", "0, 0, outside-area", "52.5, 13.4, axes-swapped"})
    void refusesWhatLiesOutsideTheCountryUnlessItMayLieAnywhere(double west, double south, String code) {
        putLevel("check-area", 41);
        String file = collection(feature("CA1-" + code, "A", rectangle(west, south, west + 0.01, south + 0.01)));

        importFile("planner", file, options("check-area", ""))
                .body("counts", equalTo(counts(1, 0, 0, 0, 1)))
                .body("findings.code", contains(code))
                .body("findings.severity", contains("error"))
                .body("findings[0].place", notNullValue());
        importFile("planner", file, options("check-area", ",\"anywhere\":true,\"dryRun\":true"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)))
                .body("findings.code", hasItem(code))
                .body("findings.severity", everyItem(equalTo("warning")));
    }

    @Test
    void namesTheSystemInWhichAFileLiesInItsParent() {
        putLevel("check-zone-parent", 31);
        putLevel("check-zone", 41);
        importFile(
                "planner",
                collection(feature("CZ1", "Mitte", rectangle(13.3, 52.4, 13.5, 52.6))),
                options("check-zone-parent", ""));
        String utm33 = "{\"type\":\"Polygon\",\"coordinates\":[[[391390,5817855],[391490,5817855],[391490,5817955],"
                + "[391390,5817955],[391390,5817855]]]}";
        String more = ",\"parent\":{\"key\":\"CZ1\"},\"crs\":\"EPSG:";

        importFile("planner", collection(feature("CZ1-1", "A", utm33)), options("check-zone", more + "25832\""))
                .body("counts", equalTo(counts(1, 0, 0, 0, 1)))
                .body("findings.code", contains("crs-suspect"))
                .body("findings[0].message", containsString("EPSG:25833"));
        importFile("planner", collection(feature("CZ1-1", "A", utm33)), options("check-zone", more + "25833\""))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)))
                .body("findings", empty());
    }

    @Test
    void keepsBoundariesThatAreWrittenOtherwise() throws IOException {
        putLevel("check-again", 41);
        byte[] delivered = Files.readAllBytes(RealData.file("berlin-lor/forecast-areas-2021.geojson"));
        String options =
                "{\"level\":\"check-again\",\"keyProperty\":\"PGR_ID\",\"nameProperty\":\"PGR_NAME\",\"validFrom\":\"2021-01-01\"}";
        importFile(as("planner"), "a.geojson", delivered, options).body("counts", equalTo(counts(58, 58, 0, 0, 0)));
        JsonNode list = JSON.readTree(as(null).accept("application/geo+json")
                .get("spaces?level=check-again&limit=1000")
                .asString());
        for (JsonNode feature : list.path("features")) {
            rewrite(feature.at("/geometry/coordinates"));
        }

        importFile(as("planner"), "b.geojson", delivered, options.replace("2021-01-01", "2022-01-01"))
                .body("counts", equalTo(counts(58, 0, 0, 58, 0)));
        importFile(
                        as("planner"),
                        "c.geojson",
                        JSON.writeValueAsBytes(list),
                        "{\"level\":\"check-again\",\"validFrom\":\"2022-01-01\"}")
                .body("counts", equalTo(counts(58, 0, 0, 58, 0)));
        String table = as(null).accept("text/csv")
                .get("spaces?level=check-again&limit=1000")
                .asString();
        importFile("planner", table, "{\"level\":\"check-again\",\"validFrom\":\"2022-01-01\"}")
                .body("counts", equalTo(counts(58, 0, 0, 58, 0)));
    }

    /** Turns rings round, lets them begin elsewhere, and rounds to seven decimals. */
    private static void rewrite(JsonNode node) {
        if (!node.path(0).path(0).path(0).isNumber()) {
            node.forEach(BoundaryChecksIT::rewrite);
            return;
        }
        for (JsonNode ring : node) {
            ArrayNode positions = (ArrayNode) ring;
            positions.remove(0);
            ArrayNode turned = JSON.createArrayNode();
            int size = positions.size();
            for (int i = 0; i <= size; i++) {
                JsonNode position = positions.get((2 * size - i + size / 2) % size);
                turned.add(JSON.createArrayNode()
                        .add(Math.round(position.get(0).doubleValue() * 1e7) / 1e7)
                        .add(Math.round(position.get(1).doubleValue() * 1e7) / 1e7));
            }
            positions.removeAll();
            positions.addAll(turned);
        }
    }

    @Test
    void keepsTheStoredBoundaryWhereOnlyTheNameChanges() {
        putLevel("check-name", 41);
        importFile(
                "planner", collection(feature("CN1", "A", rectangle(13, 50, 13.1, 50.1))), options("check-name", ""));

        importFile(
                        "planner",
                        collection(feature("CN1", "B", rectangle(13, 50, 13.1000001, 50.1))),
                        options("check-name", "").replace("2006", "2007"))
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));

        as(null).accept("application/geo+json")
                .get("spaces/CN1")
                .then()
                .body("properties.validFrom", equalTo("2007-01-01"))
                .body(not(containsString("13.1000001")))
                .body("properties.areaSquareMetres", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "+999999-01-01", "1799-12-31", "2201-01-01"})
    void refusesDaysThatAreSlipsOfThePen(String day) {
        putLevel("check-day", 41);

        importFile("planner", "key;name\nCD1;A\n", "{\"level\":\"check-day\",\"validFrom\":\"" + day + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validFrom"))
                .body("errors[0].code", equalTo("day.out-of-range"));
        get("spaces?asOf={day}", day).statusCode(400).body("code", notNullValue());
    }

    private static String options(String level, String more) {
        return "{\"level\":\"" + level + "\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"" + more + "}";
    }
}
