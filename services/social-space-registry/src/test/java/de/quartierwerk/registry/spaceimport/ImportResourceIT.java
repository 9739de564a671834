package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ImportResourceIT {
    @BeforeEach
    void levels() {
        putLevel("import-area", 40);
        importFile("planner", "key;name;parent\n99001;Kreis;\n", options("district", "2006-01-01", ""));
        importFile(
                "planner",
                "key;name;parent\n99001001;Eins;99001\n99001002;Zwei;99001\n",
                options("municipality", "2006-01-01", ""));
    }

    @Test
    void keepsGoodRowsAndTellsBadOnes() {
        String file =
                "key;name;parent\nIK1;Gut;99001001\nIK2;;99001001\nIK3;Verwaist;nobody\nIK1;Doppelt;\nIK4;Quer;IK1\n";

        String id = importFile("planner", file, area("2006-01-01", ""))
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("state", equalTo("COMPLETED"))
                .body("counts", equalTo(counts(5, 1, 0, 0, 4)))
                .body("findings.row", contains(3, 4, 5, 6))
                .body("findings.code", contains("name-missing", "parent-unknown", "duplicate-key", "parent-unknown"))
                .body("findings[2].key", equalTo("IK1"))
                .body("findings[2].value", equalTo("IK1"))
                .body("findings[2].severity", equalTo("error"))
                .body("findings[2].message", equalTo("Der Schlüssel steht auch in Zeile 2, die übernommen wird."))
                .extract()
                .path("id");

        get("spaces/IK1").statusCode(200).body("parent", equalTo("99001001"));
        get("spaces/IK3").statusCode(404);
        as(null).header("Accept-Language", "en")
                .get("imports/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("COMPLETED"))
                .body("counts.rejected", equalTo(4))
                .body("endedAt", notNullValue())
                .body("findings[0].message", equalTo("The name is missing."));
        as("auditor").get("audit?subject=imports/" + id).then().body("items.action", hasItem("spaces-imported"));
    }

    @Test
    void leavesSpacesAloneThatAreSoAlready() {
        String file = "key;name;parent\nIU1;A;99001001\nIU2;B;\n";
        importFile("planner", file, area("2006-01-01", "")).body("counts", equalTo(counts(2, 2, 0, 0, 0)));
        int events = importEvents();

        importFile("planner", file, area("2006-01-01", "")).body("counts", equalTo(counts(2, 0, 0, 2, 0)));
        importFile("planner", file, area("2015-01-01", "")).body("counts", equalTo(counts(2, 0, 0, 2, 0)));

        assertThat(importEvents()).isEqualTo(events);
    }

    @Test
    void changesWhatDiffers() {
        importFile("planner", "key;name;parent;type\nIC1;A;99001001;x\nIC2;B;;\n", area("2006-01-01", ""));

        importFile("planner", "key;name;parent\nIC1;A;99001002\nIC2;C;\n", area("2006-01-01", ""))
                .body("counts", equalTo(counts(2, 0, 2, 0, 0)));

        get("spaces/IC1")
                .body("parent", equalTo("99001002"))
                .body("attributes.type", equalTo("x"))
                .body("validFrom", equalTo("2006-01-01"));
        get("spaces/IC2").body("name", equalTo("C"));
    }

    @Test
    void beginsNewSpansOfValidity() {
        importFile("planner", collection(feature("IV1", "Alt", rectangle(7, 50, 7.1, 50.1))), geo("2006-01-01"));

        importFile("planner", collection(feature("IV1", "Neu", rectangle(7, 50, 7.2, 50.1))), geo("2021-01-01"))
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));
        importFile("planner", collection(feature("IV1", "Ur", rectangle(7, 50, 7.2, 50.1))), geo("1990-01-01"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));

        get("spaces/IV1?asOf=2005-12-31").body("name", equalTo("Ur")).body("validTo", equalTo("2005-12-31"));
        get("spaces/IV1?asOf=2020-12-31").body("name", equalTo("Alt")).body("validTo", equalTo("2020-12-31"));
        get("spaces/IV1").body("name", equalTo("Neu")).body("validTo", nullValue());
        get("spaces/locate?lon=7.15&lat=50.05&asOf=2020-12-31").statusCode(404);
        get("spaces/locate?lon=7.15&lat=50.05").body("key", equalTo("IV1"));
    }

    @Test
    void keepsBoundariesThatATableDoesNotMention() {
        importFile("planner", collection(feature("IB1", "A", rectangle(8, 50, 8.1, 50.1))), geo("2006-01-01"));

        importFile("planner", "key;name\nIB1;Anders\n", area("2010-01-01", ""))
                .body("counts", equalTo(counts(1, 0, 1, 0, 0)));

        get("spaces/IB1").body("name", equalTo("Anders")).body("areaSquareMetres", notNullValue());
        get("spaces/locate?lon=8.05&lat=50.05").body("key", equalTo("IB1"));
    }

    @Test
    void takesAllOrNothing() {
        String file = "key;name;parent\nIA1;Gut;\nIA2;;\n";

        importFile("planner", file, area("2006-01-01", ",\"atomic\":true"))
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("failure.code", equalTo("import.atomic"))
                .body("counts", equalTo(counts(2, 0, 0, 0, 2)))
                .body("findings.row", contains(3));

        get("spaces/IA1").statusCode(404);
    }

    @Test
    void triesWithoutTaking() {
        importFile("planner", "key;name;parent\nID1;Gut;\n", area("2006-01-01", ",\"dryRun\":true"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("state", equalTo("COMPLETED"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));

        get("spaces/ID1").statusCode(404);
    }

    @Test
    void publishesSpacesInBatches() {
        String id = importFile(
                        "planner",
                        collection(
                                feature("IE1", "A", rectangle(9, 50, 9.1, 50.1)),
                                feature("IE2", "B", rectangle(9.1, 50, 9.2, 50.1))),
                        geo("2006-01-01"))
                .extract()
                .path("id");

        TestEvents.Sent event = TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACES_IMPORTED).stream()
                .filter(sent -> sent.data().path("importId").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(event.data().path("of").asInt()).isEqualTo(1);
        assertThat(event.data().path("spaces")).hasSize(2);
        assertThat(event.data().at("/spaces/0/key").asText()).isEqualTo("IE1");
        assertThat(event.data().at("/spaces/0/path").toString()).isEqualTo("[\"IE1\"]");
        assertThat(event.data().at("/spaces/0/boundary/type").asText()).isEqualTo("Polygon");
        assertThat(event.data().at("/spaces/0/version").asLong()).isEqualTo(event.version());
    }

    @Test
    void givesTheFirstAnswerToARepeatedCall() {
        byte[] file = "key;name\nIR1;A\n".getBytes(StandardCharsets.UTF_8);
        String options = area("2006-01-01", "");
        String first = importFile(as("planner").header("Idempotency-Key", "again"), "a.csv", file, options)
                .statusCode(200)
                .extract()
                .path("id");

        importFile(as("planner").header("Idempotency-Key", "again"), "a.csv", file, options)
                .statusCode(200)
                .body("id", equalTo(first))
                .body("counts.created", equalTo(1));
        importFile(as("planner").header("Idempotency-Key", "again"), "b.csv", file, options)
                .statusCode(422);
    }

    @Test
    void municipalPlannersImportIntoTheirOwnAreaOnly() {
        importFile("municipal-planner", "key;name;parent\nIM1;A;99001001\n", area("2006-01-01", ""))
                .statusCode(200)
                .body("counts.created", equalTo(1));

        importFile("municipal-planner", "key;name;parent\nIM2;A;99001001\nIM3;A;99001002\n", area("2006-01-01", ""))
                .statusCode(403)
                .body("code", equalTo("area.forbidden"));
        importFile("municipal-planner", "key;name;parent\nIM4;A;\n", area("2006-01-01", ""))
                .statusCode(403);
        importFile("planner-elsewhere", "key;name;parent\nIM5;A;99001001\n", area("2006-01-01", ""))
                .statusCode(403);
        get("spaces/IM2").statusCode(404);
    }

    @Test
    void refusesKeysOfOtherLevelsAndParentsThatAreNotLarger() {
        importFile("planner", "key;name;parent\n99001001;X;\nIL1;Y;\n", area("2006-01-01", ""))
                .body("findings.code", contains("key-of-other-level"))
                .body("counts", equalTo(counts(2, 1, 0, 0, 1)));
        importFile("planner", "key;name;parent\nIL2;X;IL1\n", area("2006-01-01", ""))
                .body("findings.code", contains("parent-not-larger"));
        importFile("planner", "key;name;parent\nIL3;X;99001001\n", area("2005-12-31", ""))
                .body("findings.code", contains("parent-unknown"))
                .body("findings[0].message", containsString("2005-12-31"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400 | json.malformed",
                "{\"level\":\"import-area\",\"colour\":1} | 400 | json.unknown-field",
                "{\"level\":\"import-area\",\"complete\":true} | 400 | json.unknown-field",
                "{\"level\":\"import-area\",\"atomic\":\"maybe\"} | 400 | json.wrong-type",
                "{\"level\":\"import-area\",\"validFrom\":\"today\"} | 400 | json.wrong-type",
                "{} | 422 | space.level-missing",
                "{\"level\":\"nobody\"} | 422 | level.unknown",
                "{\"level\":\"import-area\",\"parent\":{}} | 422 | import.parent-ambiguous",
                "{\"level\":\"import-area\",\"parent\":{\"key\":\"a\",\"prefixOfKey\":1}} | 422 | import.parent-ambiguous",
                "{\"level\":\"import-area\",\"parent\":{\"prefixOfKey\":0}} | 422 | import.prefix-out-of-range",
                "{\"level\":\"import-area\",\"parent\":{\"key\":\"a b\"}} | 422 | key.malformed",
                "{\"level\":\"import-area\",\"keyProperty\":\" \"} | 422 | import.property-blank",
                "{\"level\":\"import-area\",\"crs\":\"EPSG:2180\"} | 422 | import.crs-unknown"
            })
    void namesWhatIsWrongWithOptions(String options, int status, String code) {
        importFile("planner", "key;name\nIO1;A\n", options)
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].message", notNullValue());
        get("spaces/IO1").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 422 | import.file-empty",
                "key;title | 422 | import.column-missing",
                "{\"type\":\"FeatureCollection\",\"features\":[ | 400 | import.json-malformed",
                "{\"type\":\"Topology\"} | 422 | import.not-a-feature-collection"
            })
    void namesWhatIsWrongWithFiles(String file, int status, String code) {
        importFile("planner", file, area("2006-01-01", ""))
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code))
                .body("title", notNullValue());
    }

    @Test
    void takesGeoPackages() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/geofile/two-layers.gpkg"));
        String options = area(
                "2006-01-01",
                ",\"layer\":\"raeume\",\"keyProperty\":\"STATISTIK_GEBIET\","
                        + "\"nameProperty\":\"RAUMNAME\",\"attributes\":[],\"dryRun\":true");

        importFile(as("planner"), "raeume.gpkg", file, options)
                .statusCode(200)
                .body("counts", equalTo(counts(4, 4, 0, 0, 0)));
    }

    @Test
    void refusesBinaryFiles() {
        importFile("planner", "MZ\u0003\u0004", area("2006-01-01", ""))
                .statusCode(422)
                .body("code", equalTo("import.file-binary"));
    }

    @Test
    void refusesMissingPartsAndNamesThatArePaths() {
        as("planner")
                .multiPart("options", "{\"level\":\"import-area\"}")
                .post("imports")
                .then()
                .statusCode(400);
        as("planner")
                .multiPart("file", "a.csv", new byte[] {'a'})
                .post("imports")
                .then()
                .statusCode(400);
        importFile(as("planner"), "", new byte[] {'a'}, area("2006-01-01", "")).statusCode(400);
        as("planner")
                .contentType("application/json")
                .body("{}")
                .post("imports")
                .then()
                .statusCode(415);
        importFile(as("planner"), "..\\\\a.csv", new byte[] {'a'}, area("2006-01-01", ""))
                .statusCode(400)
                .body("code", equalTo("file.name"));
        get("imports/4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11").statusCode(404).body("code", equalTo("import.unknown"));
        get("imports/x").statusCode(400);
    }

    @Test
    void streamsAnImportUntilItHasEnded() {
        String id = importFile("planner", "key;name\nIS1;A\n", area("2006-01-01", ""))
                .extract()
                .path("id");

        String stream = as(null).accept("text/event-stream")
                .get("imports/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(stream).startsWith("data:").contains("\"state\":\"COMPLETED\"");
        as(null).accept("text/event-stream")
                .get("imports/4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11/events")
                .then()
                .statusCode(404);
    }

    @Test
    void usesTheSpacesOfOneImportInTheNext() {
        putSpace("planner", "IP1", null, "{\"name\":\"P\",\"level\":\"municipality\",\"validFrom\":\"2006-01-01\"}")
                .statusCode(201);

        importFile(
                        as("planner"),
                        "regions.geojson",
                        collection(feature("IP1-1", "A", rectangle(10, 50, 10.1, 50.1)))
                                .getBytes(StandardCharsets.UTF_8),
                        "{\"level\":\"import-area\",\"keyProperty\":\"id\",\"nameProperty\":\"name\",\"parent\":{\"key\":\"IP1\"},"
                                + "\"validFrom\":\"2006-01-01\",\"crs\":\"EPSG:4326\",\"atomic\":false,\"dryRun\":false}")
                .statusCode(200)
                .header("Location", containsString("/registry/v1/imports/"))
                .body("counts", equalTo(counts(1, 1, 0, 0, 0)));
        get("spaces?parent=IP1").body("items.key", contains("IP1-1"));
    }

    private static int importEvents() {
        return TestEvents.received(Topics.SOCIAL_SPACE, EventTypes.SPACES_IMPORTED)
                .size();
    }

    private static String area(String validFrom, String more) {
        return options("import-area", validFrom, more);
    }

    private static String geo(String validFrom) {
        return options("import-area", validFrom, ",\"keyProperty\":\"id\"");
    }

    private static String options(String level, String validFrom, String more) {
        return "{\"level\":\"" + level + "\",\"validFrom\":\"" + validFrom + "\"" + more + "}";
    }
}
