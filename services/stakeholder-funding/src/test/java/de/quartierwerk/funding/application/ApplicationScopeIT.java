package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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
        String id = Api.submitted(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");

        get("municipal-planner", "applications/" + id).then().statusCode(200);
        get("supplier", "applications/" + id).then().statusCode(200);
        for (String user : new String[] {null, "planner-elsewhere", "supplier2", "steward"}) {
            get(user, "applications/" + id).then().statusCode(404);
        }
        Api.step("supplier2", id, "submission", "{}").then().statusCode(404);
        get("planner-elsewhere", "applications").then().body("items.id", not(Matchers.hasItem(id)));
    }

    @Test
    void aDraftIsTheApplicantsAlone() {
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String id = Api.draft(programme, Api.space("99001001"), "50000.00");

        get("supplier", "applications/" + id).then().statusCode(200);
        get("admin", "applications/" + id).then().statusCode(200);
        for (String user :
                List.of("planner", "municipal-planner", "funding-officer", "clerk", "auditor", "supplier2")) {
            get(user, "applications/" + id).then().statusCode(404);
            get(user, "applications?programme=" + programme).then().body("items.size()", equalTo(0));
        }
        Api.post("funding-officer", "applications/" + id + "/assessment", "{\"recommendation\":\"grant\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void whatMustNotBeReadAnswersLikeNothingOnEveryVerb() {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("60000.00", "[]");
        String content = Api.content(programme, space, "50000.00");
        String proof =
                "{\"report\":\"x\",\"costs\":[{\"item\":\"x\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}]}";
        String nothing = "00000000-0000-4000-8000-000000000000";
        List<String> calls = List.of(
                "GET ",
                "PUT  " + content,
                "DELETE ",
                "PATCH ",
                "HEAD ",
                "OPTIONS ",
                "POST submission {}",
                "POST withdrawal {}",
                "POST waiver {\"reason\":\"x\"}",
                "POST proof-of-use " + proof,
                "POST proof-of-use {}",
                "POST assessment {\"recommendation\":\"grant\"}",
                "POST consultations " + Api.consultation(),
                "POST decision " + Api.grant(),
                "POST agreement " + Api.agreement(),
                "POST return {}",
                "POST remark {\"text\":\"x\"}",
                "POST closure {}",
                "POST revocation {}",
                "POST correction {}",
                "POST payments {}",
                "POST review {}",
                "POST recovery {}",
                "GET nowhere");

        for (String id :
                List.of(Api.draft(programme, space, "50000.00"), Api.consulted(programme, space, "50000.00"))) {
            for (String call : calls) {
                assertThat(answer(call, id)).as(call).isEqualTo(answer(call, nothing));
            }
        }
    }

    /** What supplier2 is answered, but for the id. */
    private static String answer(String call, String id) {
        String[] parts = call.split(" ", 3);
        String path = "/v1/applications/" + id + (parts[1].isEmpty() ? "" : "/" + parts[1]);
        RequestSpecification request = Api.as("supplier2").header("If-Match", "\"1\"");
        if (parts.length == 3) {
            request.contentType("application/json").body(parts[2]);
        }
        Response response = request.request(parts[0], path);
        return response.statusCode() + " " + response.asString().replace(id, "ID");
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
                String body = step.equals("submission")
                        ? "{}"
                        : "{\"report\":\"x\",\"costs\":[{\"item\":\"x\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}}]}";
                Api.post("supplier2", "applications/" + id + "/" + step, body)
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
        Api.stepped("clerk", id, "decision", Api.grant());

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
