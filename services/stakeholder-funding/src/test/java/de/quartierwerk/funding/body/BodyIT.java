package de.quartierwerk.funding.body;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Bodies over HTTP. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BodyIT {

    @Test
    void bodiesOfOneMatterNeverOverlap() {
        get(null, "bodies/main-committee")
                .then()
                .statusCode(200)
                .body("competences[0].consult", contains("specialist-committee"));
        put("funding-officer", "bodies/" + Api.key("b"), """
                        {"name":"B","kind":"committee","competences":[{"matter":"grant",
                         "atLeast":{"amount":"6000.00","currency":"EUR"},"atMost":{"amount":"7000.00","currency":"EUR"}}]}""")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("competence.overlapping"))
                .body("errors[0].value", equalTo("main-committee"));
        put("funding-officer", "bodies/" + Api.key("b"), "{\"name\":\"Beirat\",\"kind\":\"committee\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void unknownReferencesAreRefusedWithTheirPlace() {
        put(
                        "funding-officer",
                        "bodies/" + Api.key("b"),
                        "{\"name\":\"B\",\"kind\":\"committee\",\"stakeholder\":\"nobody\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/stakeholder"));
        put("funding-officer", "bodies/" + Api.key("b"), """
                        {"name":"B","kind":"committee","competences":[{"matter":"posts","consult":["nobody"]}]}""")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/competences/0/consult/0"));
    }
}
