package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Berlin's territory before 2021, as the main flow loads it. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinImportIT {
    @Test
    void takesDistrictsRegionsAndPlanningAreas() throws IOException {
        putLevel("district-region", 30);
        putLevel("berlin-planning-area", 40);

        load("districts", "district", "").body("counts", equalTo(counts(12, 12, 0, 0, 0)));
        load("district-regions-2020", "district-region", ",\"parent\":{\"prefixOfKey\":2}")
                .body("counts", equalTo(counts(138, 138, 0, 0, 0)));
        String areas = ",\"parent\":{\"prefixOfKey\":6}";
        String id = load("planning-areas-2020", "berlin-planning-area", areas)
                .statusCode(200)
                .body("counts", equalTo(counts(448, 447, 0, 0, 1)))
                .body("findings.row", contains(94, 124))
                .body("findings.key", contains("03061131", "06010102"))
                .body("findings.code", contains("outside-parent", "duplicate-key"))
                .body("findings.severity", contains("warning", "error"))
                .body(
                        "findings[1].message",
                        matchesPattern(
                                "Der Schlüssel steht auch in Zeile 205, die übernommen wird"
                                        + " \\(124: 13\\.29\\d+, 52\\.51\\d+ → 040304; 205: 13\\.3[12]\\d+, 52\\.4[56]\\d+ → 060101\\)\\."))
                .body("findings[1].place.lat", allOf(greaterThan(52.51f), lessThan(52.52f)))
                .extract()
                .path("id");
        load("planning-areas-2020", "berlin-planning-area", areas).body("counts", equalTo(counts(448, 0, 0, 447, 1)));
        importFile(
                        "planner",
                        "key;name;parent\n04030417;Ohne Grenze;040304\n",
                        "{\"level\":\"berlin-planning-area\",\"validFrom\":\"2006-01-01\"}")
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));

        get("spaces/01011101")
                .body("name", equalTo("Stülerstraße"))
                .body("parent", equalTo("010111"))
                .body("attributes.area.toDouble()", equalTo(366755.5));
        get("spaces/locate?lon=13.3203&lat=52.4597&level=berlin-planning-area").body("key", equalTo("06010102"));
        get("spaces/04030417").body("areaSquareMetres", nullValue());
        get("spaces/locate?lon=13.345&lat=52.506&level=berlin-planning-area").body("key", equalTo("01011101"));
        assertThat(as(null).get("spaces?level=berlin-planning-area&limit=1000").<Integer>path("items.size()"))
                .isEqualTo(448);
        assertThat(told(id)).hasSize(447);
        checksQuality();
    }

    /** What the quality report says of Berlin, before and after the missing boundary came under its own key. */
    private static void checksQuality() throws IOException {
        get("quality?level=berlin-planning-area&from=100")
                .statusCode(200)
                .body(
                        "items.kind",
                        contains("not-covered", "not-covered", "outside-parent", "not-covered", "no-boundary"))
                .body("items[0].parent", equalTo("040304"))
                .body("items[0].areaSquareMetres.toDouble()", closeTo(562_770, 5_627))
                .body("items[0].proposal.key", equalTo("04030417"))
                .body("items[4].keys", contains("04030417"));

        JsonNode file = new ObjectMapper()
                .readTree(
                        RealData.file("berlin-lor/planning-areas-2020.geojson").toFile());
        ObjectNode feature = file.path("features").path(123).deepCopy();
        ((ObjectNode) feature.path("properties")).put("id", "04030417").put("name", "Schloßstraße");
        importFile(
                        as("planner"),
                        "124.geojson",
                        feature.toString().getBytes(StandardCharsets.UTF_8),
                        "{\"level\":\"berlin-planning-area\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\",\"parent\":{\"prefixOfKey\":6}}")
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));

        ValidatableResponse areas =
                get("quality?level=berlin-planning-area&from=100").statusCode(200);
        assertThat(areas.extract().<List<String>>path("items.kind"))
                .containsExactlyInAnyOrder("not-covered", "outside-parent", "not-covered");
        areas.body("items.find { it.kind == 'outside-parent' }.keys", contains("03061131"))
                .body("items.find { it.kind == 'outside-parent' }.areaSquareMetres.toDouble()", closeTo(1_043, 10))
                .body("items.find { it.parent == '010332' }.areaSquareMetres.toDouble()", closeTo(1_043, 10))
                .body("items.find { it.parent == '070707' }.areaSquareMetres.toDouble()", closeTo(125, 1.25));
        get("quality?level=berlin-planning-area&from=0&limit=1000")
                .body("items.findAll { it.kind in ['overlap', 'gap'] }.kind", containsInAnyOrder("overlap", "gap"))
                .body(
                        "items.findAll { it.kind in ['overlap', 'gap'] }.keys",
                        everyItem(equalTo(List.of("04020208", "04061757"))))
                .body("items.find { it.kind == 'overlap' }.areaSquareMetres.toDouble()", closeTo(0.1, 0.02))
                .body("items.find { it.kind == 'gap' }.areaSquareMetres.toDouble()", closeTo(0.11, 0.02))
                .body("items.find { it.kind == 'gap' }.place.lon.toDouble()", closeTo(13.2455, 1e-3))
                .body("items.find { it.kind == 'gap' }.place.lat.toDouble()", closeTo(52.5047, 1e-3));
        get("quality?level=district-region&from=100")
                .body("items.findAll { it.kind == 'outside-parent' }.size()", equalTo(80));
        get("quality?level=district-region&from=1000")
                .body("items.findAll { it.kind == 'outside-parent' }.size()", equalTo(10))
                .body("items.find { it.kind == 'outside-parent' }.keys", contains("090312"))
                .body("items.find { it.kind == 'outside-parent' }.areaSquareMetres.toDouble()", closeTo(10_309, 103));
    }

    /** Keys of the spaces that an import's events tell of. */
    private static Set<String> told(String id) {
        Set<String> keys = new HashSet<>();
        for (TestEvents.Sent event : TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACES_IMPORTED)) {
            if (event.data().path("importId").asText().equals(id)) {
                for (JsonNode space : event.data().path("spaces")) {
                    keys.add(space.path("key").asText());
                    assertThat(space.path("path")).hasSize(3);
                    assertThat(space.at("/boundary/coordinates")).isNotEmpty();
                }
            }
        }
        return keys;
    }

    private static ValidatableResponse load(String file, String level, String more) throws IOException {
        Path path = RealData.file("berlin-lor/" + file + ".geojson");
        String options = "{\"level\":\"" + level
                + "\",\"keyProperty\":\"id\",\"nameProperty\":\"name\",\"validFrom\":\"2006-01-01\",\"crs\":\"EPSG:4326\""
                + more + "}";
        return importFile(as("planner"), file + ".geojson", Files.readAllBytes(path), options);
    }
}
