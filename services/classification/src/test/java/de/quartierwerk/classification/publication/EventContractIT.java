package de.quartierwerk.classification.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the event contracts are accepted, and what this service sends equals them. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class EventContractIT {
    private static final double WEIGHT = 1.234567 / 7.25;

    @Test
    void takesTheExamplesAndSendsWhatEqualsThem() {
        given();

        String run = Api.run(Map.of(
                "scheme",
                "fields-of-action",
                "period",
                "2023",
                "asOf",
                "2023-12-31",
                "exclusions",
                List.of(Map.of("space", "99001001-02", "reason", "fewer than 300 inhabitants"))));
        Api.as("planner")
                .body(Map.of("note", "Mit den Kommunen beraten", "consulted", List.of("99001001")))
                .post("/runs/" + run + "/publication")
                .then()
                .statusCode(200);
        Api.as("planner")
                .body(Map.of("space", "99001001-02", "need", "HF1", "reason", "Hinweise der Schulsozialarbeit"))
                .post("/runs/" + run + "/needs")
                .then()
                .statusCode(201);

        check(EventTypes.CLASSIFICATION_PUBLISHED, run, "run", "publishedAt");
        check(EventTypes.NEED_ADDED, run, "run", "addedAt");
        assertThat(Api.get("admin", "/dead-letters").getList("items")).isEmpty();
    }

    private static void given() {
        TestEvents.sendExample(Topics.SOCIAL_SPACE, "planning-area", EventTypes.LEVEL_DEFINED, "planning-area", 1);
        Neighbours.level("municipality", 20);
        Neighbours.level("social-space", 40);
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "99001", "99001001"),
                Neighbours.space("social-space", "99001", "99001001", "99001001-02")));
        for (String type : List.of(EventTypes.SPACE_CREATED, EventTypes.SPACE_CHANGED, EventTypes.SPACES_IMPORTED)) {
            TestEvents.sendExample(Topics.SOCIAL_SPACE, "99001001-01", type, "99001001-01", 1);
        }
        TestEvents.sendExample(Topics.INDICATOR, "unemployed", EventTypes.INDICATOR_DEFINED, "unemployed", 1);
        TestEvents.sendExample(
                Topics.VALUE_PROTECTED, "unemployed", EventTypes.PROTECTED_VALUES_RELEASED, "unemployed", 1);
        Map<String, Object> component = SchemeDocuments.component("unemployed");
        component.put("standardise", "none");
        component.put("weight", WEIGHT);
        Map<String, Object> index = SchemeDocuments.index(
                "burden",
                List.of(component),
                SchemeDocuments.breaks(List.of(-1, 1), List.of("1", "2", "3"), List.of("niedrig", "mittel", "hoch")));
        index.put("title", "Belastung");
        index.put("combine", "weighted-sum");
        index.put("restandardise", "none");
        Map<String, Object> scheme = SchemeDocuments.scheme("fields-of-action", "social-space", List.of(index));
        scheme.put("title", "Handlungsfelder");
        scheme.put(
                "needs",
                List.of(Map.of(
                        "code",
                        "HF1",
                        "title",
                        "Benachteiligte Sozialräume",
                        "when",
                        Map.of("index", "burden", "class", List.of("3")))));
        Api.approved(scheme);
    }

    private static void check(String type, String run, String... own) {
        List<JsonNode> sent = TestEvents.received(Topics.CLASSIFICATION, type).stream()
                .map(TestEvents.Sent::data)
                .filter(data -> data.get("run").asText().equals(run))
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                EventContractIT.class.getResourceAsStream("/schemas/" + type + ".json"),
                                InputFormat.JSON)
                        .validate(sent.get(0).toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(text(sent.get(0), own)).isEqualTo(text(TestEvents.example(type), own));
    }

    /** The event without what differs each time; numbers as they are written in the shortest way. */
    private static String text(JsonNode event, String... own) {
        ObjectNode copy = event.deepCopy();
        copy.remove(List.of(own));
        return copy.toPrettyString().replace(".0,", ",").replaceAll("\\.0 ", " ");
    }
}
