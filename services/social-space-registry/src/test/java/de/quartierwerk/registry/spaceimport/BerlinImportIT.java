package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
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
