package de.quartierwerk.funding.programme;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Programmes and their lines over HTTP. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProgrammeIT {

    private static final String LINE = "{\"name\":\"L\",\"years\":[]}";

    @Test
    void closedProgrammesAndTheirLinesAreTheAdministrationsOnly() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE).then().statusCode(201);
        String code = Api.key("p");
        put("funding-officer", "programmes/" + code, programme(line, false))
                .then()
                .statusCode(201);

        get(null, "programmes/" + code).then().statusCode(404);
        get("supplier", "budget-lines/" + line).then().statusCode(404);
        get("planner", "programmes/" + code).then().statusCode(200);
        get("auditor", "budget-lines/" + line).then().statusCode(200);
        change("funding-officer", "programmes/" + code, "\"1\"", programme(line, true))
                .then()
                .statusCode(200)
                .body("openNow", equalTo(true));
        get(null, "programmes/" + code).then().statusCode(200);
        get(null, "budget-lines/" + line).then().statusCode(200);
        put("funding-officer", "programmes/" + Api.key("p"), programme("nothing", true))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/budgetLine"));
    }

    @Test
    void aProgrammeIsReadAsItWasWritten() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE).then().statusCode(201);
        String code = Api.key("p");

        put("funding-officer", "programmes/" + code, """
                        {"name":"P","budgetLine":"%s","kinds":["project"],"financings":["share","full"],
                         "criteria":[{"code":"own","title":"Eigenanteil","kind":"own-share","minimumPercent":1e1}]}""".formatted(line))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");

        get("planner", "programmes/" + code)
                .then()
                .header("ETag", "\"1\"")
                .body("kinds", contains("project"))
                .body("financings", contains("share", "full"))
                .body("criteria[0].minimumPercent", equalTo(10));
    }

    @Test
    void aProgrammeIsExhaustedWhenItsLineHasNothingFree() {
        Api.applicants();
        String code = Api.programme("50000.00", "[]");
        String empty = Api.key("line");
        put("funding-officer", "budget-lines/" + empty, LINE).then().statusCode(201);
        String waiting = Api.key("p");
        put("funding-officer", "programmes/" + waiting, programme(empty, true))
                .then()
                .statusCode(201)
                .body("exhausted", equalTo(false));
        get(null, "programmes/" + code).then().body("openNow", equalTo(true)).body("exhausted", equalTo(false));
        Api.stepped("clerk", Api.consulted(code, Api.space("99001001"), "50000.00"), "decision", Api.grant());

        get(null, "programmes/" + code).then().body("openNow", equalTo(true)).body("exhausted", equalTo(true));
        get(null, "programmes?limit=1000")
                .then()
                .body("items.find { it.code == '" + code + "' }.exhausted", equalTo(true));
        assertThat(StatementCounts.of(get("planner", "programmes?limit=2"))).isEqualTo(3);
        assertThat(Api.as("planner")
                        .accept("text/csv")
                        .get("/v1/programmes")
                        .asString()
                        .lines())
                .anyMatch(line -> line.startsWith(code + ";") && line.endsWith(";true;true"));
    }

    @Test
    void aProgrammeSaysWhatItFollowsAndUntilWhen() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE).then().statusCode(201);
        String before = Api.key("p");
        put("funding-officer", "programmes/" + before, programme(line, true))
                .then()
                .statusCode(201);
        String code = Api.key("p");
        String next = """
                {"name":"P","budgetLine":"%s","predecessor":"%s","guideline":"1. Zweck",
                 "transition":{"until":"2030-12-31","text":"Laufende Projekte werden zu Ende gefördert."}}""";

        put("funding-officer", "programmes/" + code, next.formatted(line, before))
                .then()
                .statusCode(201);

        get("planner", "programmes/" + code)
                .then()
                .body("predecessor", equalTo(before))
                .body("guideline", equalTo("1. Zweck"))
                .body("transition.until", equalTo("2030-12-31"));
        for (String wrong : new String[] {"nothing", code}) {
            change("funding-officer", "programmes/" + code, "\"1\"", next.formatted(line, wrong))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/predecessor"))
                    .body("errors[0].value", equalTo(wrong));
        }
    }

    @Test
    void aSubmittedApplicationKeepsItsProgramme() {
        Api.applicants();
        String code = Api.programme("60000.00", "[]");
        String line = get("planner", "programmes/" + code).path("budgetLine");
        String id = Api.submitted(code, Api.space("99001001"), "4000.00");
        change("funding-officer", "programmes/" + code, "\"1\"", """
                        {"name":"P","budgetLine":"%s","criteria":[{"code":"most","title":"Höchstbetrag",
                         "kind":"maximum-amount","maximum":{"amount":"1.00","currency":"EUR"}}]}""".formatted(line))
                .then()
                .statusCode(200);

        get("clerk", "applications/" + id)
                .then()
                .body("programmeVersion", equalTo(1))
                .body("criteria.size()", equalTo(0));
        String later = Api.submitted(code, Api.space("99001001"), "4000.00");
        get("clerk", "applications/" + later)
                .then()
                .body("programmeVersion", equalTo(2))
                .body("criteria[0].met", equalTo(false));
    }

    private static String programme(String line, boolean open) {
        return "{\"name\":\"P\",\"budgetLine\":\"" + line + "\",\"open\":" + open + "}";
    }
}
