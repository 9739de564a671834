package de.quartierwerk.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers fit the schemas of the API document. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SchemasIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void listsAndTheirItemsFitTheirSchemas() throws JsonProcessingException {
        Api.applicants();
        String space = Api.space("99001001");
        Api.put("planner", "offers/" + Api.key("o"), "{\"stakeholder\":\"verband-a\",\"name\":\"Treff\"}")
                .then()
                .statusCode(201);
        String programme = Api.programme("60000.00", """
                [{"code":"need","title":"Bedarf","kind":"published-need","needs":["HF3"]},
                 {"code":"own","title":"Eigenanteil","kind":"own-share","minimumPercent":0}]""");
        String granted = Api.consulted(programme, space, "10000.00");
        Api.stepped(
                "clerk",
                granted,
                "decision",
                Api.GRANT.replace("\"legalBasis\"", "\"deviation\":\"x\",\"legalBasis\""));
        Api.post("supplier", "applications", "{\"programme\":\"" + programme + "\",\"title\":\"T\"}")
                .then()
                .statusCode(201);

        fits("planner", "stakeholders", "StakeholderResponse", "key");
        fits("planner", "offers", "OfferResponse", "key");
        fits(null, "bodies", "BodyResponse", "code");
        fits("planner", "budget-lines", "BudgetLineResponse", "code");
        fits("planner", "programmes", "ProgrammeResponse", "code");
        fits("planner", "applications", "ApplicationResponse", "id");
        fits(null, "grants", "ApplicationResponse", null);
    }

    @Test
    void theWholeWayOfAnApplicationFitsItsSchema() throws JsonProcessingException {
        Api.applicants();
        String id = Api.consulted(Api.programme("60000.00", "[]"), Api.space("99001001"), "10000.00");
        Api.stepped("clerk", id, "decision", Api.GRANT);
        Api.stepped(
                "funding-officer",
                id,
                "agreement",
                "{\"kind\":\"notice\",\"number\":\"B-1\",\"signedOn\":\"2024-07-01\"}");
        String payment = Api.stepped(
                        "funding-officer",
                        id,
                        "payments",
                        "{\"year\":2030,\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}}")
                .getString("payments[0].id");
        Api.stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        Api.stepped("supplier", id, "proof-of-use", """
                {"report":"x","costs":[{"item":"x","amount":{"amount":"9.00","currency":"EUR"}}],
                 "effects":[{"outcome":"Mehr Familien"}]}""");
        Api.stepped(
                "funding-officer",
                id,
                "review",
                "{\"eligible\":{\"amount\":\"9.00\",\"currency\":\"EUR\"},\"note\":\"x\"}");
        Api.stepped("funding-officer", id, "recovery", """
                {"amount":{"amount":"1.00","currency":"EUR"},"heardOn":"2024-03-01","decidedOn":"2024-03-20",
                 "reason":"x","legalBasis":"x"}""");

        fits(Api.get("admin", "applications/" + id), "ApplicationResponse");
    }

    private static void fits(String user, String list, String schema, String key) throws JsonProcessingException {
        Response page = Api.get(user, list + "?limit=1000");
        fits(page, "Page" + schema);
        List<String> keys = key == null ? List.of() : page.jsonPath().getList("items." + key);
        if (!keys.isEmpty()) {
            fits(Api.get(user, list + "/" + keys.get(0)), schema);
        }
    }

    private static void fits(Response answer, String schema) throws JsonProcessingException {
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode document = JSON.readTree(given().basePath("")
                .accept("application/json")
                .get("/funding/openapi?format=json")
                .asString());
        ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.get("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(root)
                        .validate(JSON.readTree(answer.asString())))
                .as(schema)
                .isEmpty();
    }
}
