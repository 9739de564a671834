package de.quartierwerk.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What goes out fits the contracts, and what the contracts show is accepted. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class EventContractIT {

    @Inject
    Settling settling;

    @Test
    void whatGoesOutFitsTheContracts() {
        Api.applicants();
        String space = Api.space("99001001");
        Api.put(
                        "supplier",
                        "offers/" + Api.key("o"),
                        "{\"stakeholder\":\"verband-a\",\"name\":\"Treff\",\"spaces\":[\"" + space + "\"]}")
                .then()
                .statusCode(201);
        String id = Api.consulted(Api.programme("60000.00", "[]"), space, "50000.00");
        Api.stepped("clerk", id, "decision", Api.grant());
        Api.stepped(
                "funding-officer",
                id,
                "agreement",
                "{\"kind\":\"notice\",\"number\":\"B-1\",\"signedOn\":\"" + Api.today() + "\"}");
        String payment = Api.stepped(
                        "funding-officer",
                        id,
                        "payments",
                        "{\"year\":2030,\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}")
                .getString("payments[0].id");
        Api.stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");

        fits(Topics.STAKEHOLDER, EventTypes.STAKEHOLDER_CHANGED);
        fits(Topics.STAKEHOLDER, EventTypes.OFFER_CHANGED);
        fits(Topics.FUNDING, EventTypes.GRANT_DECIDED);
        fits(Topics.FUNDING, EventTypes.GRANT_PAID);
    }

    @Test
    void theExamplesOfTheContractsAreAccepted() {
        Map<String, List<String>> consumed = Map.of(
                Topics.SOCIAL_SPACE,
                List.of(
                        EventTypes.LEVEL_DEFINED,
                        EventTypes.LEVEL_WITHDRAWN,
                        EventTypes.SPACE_CREATED,
                        EventTypes.SPACE_CHANGED,
                        EventTypes.SPACES_IMPORTED),
                Topics.CLASSIFICATION,
                List.of(EventTypes.CLASSIFICATION_PUBLISHED, EventTypes.NEED_ADDED));
        consumed.forEach((topic, types) ->
                types.forEach(type -> TestEvents.sendExample(topic, "99001001-01", type, "99001001-01", 1)));

        settling.catchUp(Topics.SOCIAL_SPACE, Topics.CLASSIFICATION);

        Api.get("admin", "dead-letters").then().statusCode(200).body("items.size()", equalTo(0));
        Api.put(
                        "planner",
                        "stakeholders/" + Api.key("a"),
                        "{\"name\":\"A\",\"kind\":\"k\",\"spaces\":[\"99001001-01\"]}")
                .then()
                .statusCode(201);
    }

    private static void fits(String topic, String type) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EventContractIT.class.getResourceAsStream("/schemas/" + type + ".json"), InputFormat.JSON);
        List<TestEvents.Sent> sent = TestEvents.received(topic, type);
        assertThat(sent).isNotEmpty();
        for (TestEvents.Sent event : sent) {
            assertThat(schema.validate(event.data().toString(), InputFormat.JSON))
                    .isEmpty();
            TreeSet<String> fields = new TreeSet<>();
            event.data().fieldNames().forEachRemaining(fields::add);
            TreeSet<String> expected = new TreeSet<>();
            TestEvents.example(type).fieldNames().forEachRemaining(expected::add);
            assertThat(fields).isEqualTo(expected);
        }
    }
}
