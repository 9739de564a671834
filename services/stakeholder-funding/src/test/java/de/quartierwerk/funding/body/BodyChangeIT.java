package de.quartierwerk.funding.body;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.key;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a body decides, and how many of it vote, changes only by two people. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BodyChangeIT {

    private static final String MEMBERS = """
            {"votingMembers":[{"number":17,"validFrom":"2020-11-01"}],"paperNumber":"2020/1","reason":"Neue Wahlzeit"}""";

    private String body;

    @BeforeEach
    void prepare() {
        Api.applicants();
        body = "bodies/" + key("b");
        put("funding-officer", body, "{\"name\":\"Beirat\",\"kind\":\"committee\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void onePersonProposesAndAClerkConfirms() {
        post("funding-officer", body + "/changes", MEMBERS)
                .then()
                .statusCode(201)
                .body("number", equalTo(1));
        get("clerk", body).then().body("votingMembers", empty());

        post("clerk", body + "/changes/1/confirmation", "")
                .then()
                .statusCode(200)
                .body("confirmedBy", equalTo("clerk"));

        get("clerk", body).then().body("votingMembers.number", contains(17));
        get("auditor", body + "/changes").then().body("items.proposedBy", contains("funding-officer"));
        post("clerk", body + "/changes/1/confirmation", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("body-change.confirmed"));
    }

    @Test
    void kindOwnerAndValidityChangeLikewise() {
        post("funding-officer", body + "/changes", """
                        {"kind":"administration","stakeholder":"verband-a","validFrom":"2020-01-01",
                         "validTo":"2029-12-31","paperNumber":"2020/2","reason":"Neue Hauptsatzung"}""")
                .then()
                .statusCode(201)
                .body("stakeholder", equalTo("verband-a"));

        post("clerk", body + "/changes/1/confirmation", "").then().statusCode(200);

        get("clerk", body)
                .then()
                .body("name", equalTo("Beirat"))
                .body("kind", equalTo("administration"))
                .body("stakeholder", equalTo("verband-a"))
                .body("validFrom", equalTo("2020-01-01"))
                .body("validTo", equalTo("2029-12-31"));
        post("funding-officer", body + "/changes", """
                        {"stakeholder":"gibt-es-nicht","paperNumber":"2020/3","reason":"r"}""")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/stakeholder"));
    }

    @Test
    void nobodyConfirmsTheOwnProposal() {
        post("admin", body + "/changes", MEMBERS).then().statusCode(201);

        post("admin", body + "/changes/1/confirmation", "")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
        post("funding-officer", body + "/changes/1/confirmation", "").then().statusCode(403);
        post("clerk", body + "/changes/2/confirmation", "").then().statusCode(404);
        post(null, body + "/changes", MEMBERS).then().statusCode(401);
    }

    @Test
    void onePersonAloneChangesNothingThatIsThere() {
        String wider = """
                {"name":"Beirat","kind":"committee","competences":[{"matter":"concept",
                 "atMost":{"amount":"1.00","currency":"EUR"},"validFrom":"1991-01-01","validTo":"1991-01-02"}]}""";

        change("funding-officer", body, "\"1\"", wider).then().statusCode(409).body("code", equalTo("body.two-people"));

        for (String other : List.of(
                "\"kind\":\"administration\"",
                "\"kind\":\"committee\",\"validTo\":\"2026-01-01\"",
                "\"kind\":\"committee\",\"validFrom\":\"2026-01-01\"",
                "\"kind\":\"committee\",\"stakeholder\":\"verband-a\"")) {
            change("funding-officer", body, "\"1\"", "{\"name\":\"Beirat\"," + other + "}")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("body.two-people"));
        }
        change("funding-officer", body, "\"1\"", "{\"name\":\"Ältestenrat\",\"kind\":\"committee\"}")
                .then()
                .statusCode(200);

        get("clerk", body).then().body("competences", empty());
        post("funding-officer", body + "/changes", "{\"paperNumber\":\"1\",\"reason\":\"r\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("body-change.empty"));
        post("funding-officer", body + "/changes", """
                        {"votingMembers":[{"number":17},{"number":18}],"paperNumber":"1","reason":"r"}""")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/votingMembers/1"));
    }
}
