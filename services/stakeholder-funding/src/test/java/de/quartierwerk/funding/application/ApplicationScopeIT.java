package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** Which applications the caller may see and change. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ApplicationScopeIT {

    @Test
    void applicationsAreSeenWithinTheAreaAndByTheirApplicant() {
        Api.applicants();
        String id = Api.draft(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");

        get("municipal-planner", "applications/" + id).then().statusCode(200);
        get("supplier", "applications/" + id).then().statusCode(200);
        for (String user : new String[] {null, "planner-elsewhere", "supplier2", "steward"}) {
            get(user, "applications/" + id).then().statusCode(404);
        }
        Api.step("supplier2", id, "submission", "{}").then().statusCode(404);
        get("planner-elsewhere", "applications").then().body("items.id", not(Matchers.hasItem(id)));
    }

    @Test
    void anApplicationOfAnotherOrganisationAnswersLikeNone() {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("60000.00", "[]");
        String content = Api.content(programme, space, "50000.00");
        String foreign = Api.draft(programme, space, "50000.00");

        for (String id : List.of(foreign, "00000000-0000-4000-8000-000000000000")) {
            change("supplier2", "applications/" + id, "\"1\"", content)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("application.not-found"));
            for (String step : List.of("submission", "proof-of-use")) {
                Api.post("supplier2", "applications/" + id + "/" + step, """
                                {"report":"x","costs":[{"item":"x","amount":{"amount":"1.00","currency":"EUR"}}]}""")
                        .then()
                        .statusCode(404)
                        .body("code", equalTo("application.not-found"));
            }
        }
        change("supplier", "applications/" + foreign, "\"7\"", content).then().statusCode(412);
    }

    @Test
    void aGrantThatEverybodySeesAnswersOthersThatTheyMustNotChangeIt() {
        Api.applicants();
        String id = Api.consulted(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");
        Api.stepped("clerk", id, "decision", Api.GRANT);

        get("supplier2", "applications/" + id)
                .then()
                .statusCode(200)
                .body("decision.result", equalTo("granted"))
                .body("decision.by", Matchers.nullValue())
                .body("consultations", Matchers.nullValue());
        Api.post("supplier2", "applications/" + id + "/submission", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("organisation.foreign"));
    }

    @Test
    void unknownCodesInFiltersAreRefused() {
        get("planner", "applications?programme=nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("programme.unknown"));
        get("planner", "applications?applicant=nobody")
                .then()
                .statusCode(404)
                .body("code", equalTo("stakeholder.unknown"));
        get(null, "grants?space=nowhere").then().statusCode(404).body("code", equalTo("space.unknown"));
        get(null, "grants?state=NOTHING").then().statusCode(Matchers.oneOf(400, 404));
    }

    @Test
    void aProgrammeThatIsNotOpenIsUnknownToApplicants() {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("60000.00", "[]");
        String id = Api.draft(programme, space, "50000.00");
        String content = Api.content(programme, space, "50000.00");
        close(programme);

        Api.post("supplier", "applications", content)
                .then()
                .statusCode(422)
                .body("code", equalTo("programme.unknown"))
                .body("errors[0].pointer", equalTo("/programme"));
        change("supplier", "applications/" + id, "\"1\"", content.replace("50000.00", "40000.00"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    private static void close(String programme) {
        String line = get("planner", "programmes/" + programme).path("budgetLine");
        change(
                        "funding-officer",
                        "programmes/" + programme,
                        "\"1\"",
                        "{\"name\":\"Quartier\",\"budgetLine\":\"" + line + "\",\"open\":false}")
                .then()
                .statusCode(200);
    }
}
