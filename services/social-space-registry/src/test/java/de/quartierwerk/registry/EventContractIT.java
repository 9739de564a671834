package de.quartierwerk.registry;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The registry's events equal the examples that other services read in their tests, and fit the schemas. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class EventContractIT {
    private static final String KEY = "99001001-01";
    private static final List<String> FROM_THE_REGISTRY = List.of("version", "areaSquareMetres", "importId");

    @Test
    void eventsEqualTheirExamples() {
        JsonNode level = TestEvents.example(EventTypes.LEVEL_DEFINED);
        JsonNode space = TestEvents.example(EventTypes.SPACE_CREATED);
        putLevel(
                "planning-area", level.path("name").asText(), level.path("rank").asInt());
        putLevel("social-space", "Sozialraum", 30);
        importFile("planner", "key;name;parent\n99001;Kreis;\n", options("district", "2006-01-01"));
        importFile("planner", "key;name;parent\n99001001;Eins;99001\n", options("municipality", "2006-01-01"));

        putSpace("planner", KEY, null, body(space, "Mühlenviertel")).statusCode(201);
        String tag = as(null).get("spaces/" + KEY).header("ETag");
        putSpace("planner", KEY, tag, body(space, "Anders")).statusCode(200);
        importFile(
                "planner",
                "key;name;parent\n" + KEY + ";Mühlenviertel;99001001\n",
                options("social-space", "2012-01-01"));

        check(EventTypes.LEVEL_DEFINED, only(EventTypes.LEVEL_DEFINED, "planning-area"));
        check(EventTypes.SPACE_CREATED, only(EventTypes.SPACE_CREATED, KEY));
        ObjectNode changed = only(EventTypes.SPACE_CHANGED, KEY);
        assertThat(changed.path("name").asText()).isEqualTo("Anders");
        check(EventTypes.SPACE_CHANGED, changed.put("name", "Mühlenviertel"));
        check(EventTypes.SPACES_IMPORTED, only(EventTypes.SPACES_IMPORTED, KEY));
        takeBackLevel("planning-area");
        check(EventTypes.LEVEL_WITHDRAWN, only(EventTypes.LEVEL_WITHDRAWN, "planning-area"));
    }

    private static void check(String type, ObjectNode sent) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                EventContractIT.class.getResourceAsStream("/schemas/" + type + ".json"),
                                InputFormat.JSON)
                        .validate(sent.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(withoutOwnValues(sent)).isEqualTo(withoutOwnValues(TestEvents.example(type)));
    }

    private static JsonNode withoutOwnValues(JsonNode event) {
        ObjectNode copy = event.deepCopy();
        copy.remove(FROM_THE_REGISTRY);
        copy.path("spaces").forEach(space -> ((ObjectNode) space).remove(FROM_THE_REGISTRY));
        return copy;
    }

    private static ObjectNode only(String type, String key) {
        return TestEvents.received(Topics.SOCIAL_SPACE, type).stream()
                .filter(event -> event.key().equals(key))
                .map(event -> (ObjectNode) event.data())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void takeBackLevel(String code) {
        as("admin")
                .header("If-Match", as(null).get("levels/" + code).header("ETag"))
                .delete("levels/" + code)
                .then()
                .statusCode(204);
    }

    private static void putLevel(String code, String name, int rank) {
        as("planner")
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"rank\":" + rank + "}")
                .put("levels/" + code);
    }

    private static String body(JsonNode example, String name) {
        return "{\"name\":\"%s\",\"level\":\"social-space\",\"parent\":\"99001001\",\"validFrom\":\"2012-01-01\",\"attributes\":%s,\"geometry\":%s}"
                .formatted(name, example.path("attributes"), example.path("boundary"));
    }

    private static String options(String level, String validFrom) {
        return "{\"level\":\"" + level + "\",\"validFrom\":\"" + validFrom + "\"}";
    }
}
