package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.content;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.put;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.submitted;
import static de.quartierwerk.funding.Api.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody divides an application so that a smaller body decides. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CompetenceIT {

    private static final String ADMINISTRATION = """
            {"body":"administration","decidedOn":"%s","result":"granted","paperNumber":"A 50/7"}""".formatted(today());

    private String space;
    private String programme;

    @BeforeEach
    void prepare() {
        Api.applicants();
        space = Api.space("99001001");
        programme = Api.programme("60000.00", "[]");
    }

    @Test
    void applicationsOfOneBearerCountTogether() {
        String first = submitted(programme, space, "4999.99");
        String second = submitted(programme, space, "4999.99");
        String third = submitted(programme, space, "4999.99");

        for (String id : new String[] {first, second, third}) {
            get("clerk", "applications/" + id)
                    .then()
                    .body("competentBody.code", equalTo("main-committee"))
                    .body("competentBody.basis.amount.amount", equalTo("14999.97"))
                    .body("competentBody.basis.applications", contains(first, second, third));
        }
        stepped("funding-officer", first, "assessment", "{\"recommendation\":\"grant\"}");
        step("clerk", first, "decision", ADMINISTRATION)
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-competent"));
    }

    @Test
    void whatWasDecidedBeforeStaysValidAndCounts() {
        String first = submitted(programme, space, "4999.99");
        stepped("funding-officer", first, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("clerk", first, "decision", ADMINISTRATION);

        String second = submitted(programme, space, "4999.99");

        get("clerk", "applications/" + first)
                .then()
                .body("state", equalTo("DECIDED"))
                .body("competentBody.code", equalTo("administration"))
                .body("competentBody.basis", nullValue());
        get("clerk", "applications/" + second)
                .then()
                .body("competentBody.code", equalTo("main-committee"))
                .body("competentBody.basis.amount.amount", equalTo("9999.98"))
                .body("competentBody.basis.applications", contains(first, second));
    }

    @Test
    void draftsRefusedAndWithdrawnOnesAndOtherYearsDoNotCount() {
        Api.draft(programme, space, "4000.00");
        stepped("supplier", submitted(programme, space, "4000.00"), "withdrawal", "{}");
        String refused = submitted(programme, space, "4000.00");
        stepped("funding-officer", refused, "assessment", "{\"recommendation\":\"refuse\"}");
        stepped("clerk", refused, "decision", ADMINISTRATION.replace("granted", "refused"));
        String later = content(programme, space, "4000.00").replace("2030", "2031");
        String other = post("supplier", "applications", later).path("id");
        stepped("supplier", other, "submission", "{}");
        submitted(Api.programme("60000.00", "[]"), space, "4000.00");

        String id = submitted(programme, space, "4000.00");

        get("clerk", "applications/" + id)
                .then()
                .body("competentBody.code", equalTo("administration"))
                .body("competentBody.basis.applications", contains(id));
    }

    @Test
    void theAdministrationSeesOthersForTheSameSpaceAndField() {
        String first = submitted(programme, space, "4000.00");
        Api.draft(programme, space, "4000.00");
        stepped("supplier", submitted(programme, space, "4000.00"), "withdrawal", "{}");
        String second = submitted(Api.programme("60000.00", "[]"), space, "4000.00");
        submitted(programme, Api.space("99001001"), "4000.00");

        get("clerk", "applications/" + first)
                .then()
                .body("cumulation.application", contains(second))
                .body("cumulation[0].spaces", contains(space))
                .body("cumulation[0].needs", contains("HF3"));
        get("supplier", "applications/" + first).then().body("cumulation", nullValue());
    }

    @Test
    void partsOfOneBearerCountTogether() {
        String umbrella = actor("planner", Api.key("dach"), null);
        String one = actor("planner", Api.key("teil"), umbrella);
        String two = actor("planner", Api.key("teil"), umbrella);
        String first = onPaper(one);
        String second = onPaper(two);

        get("clerk", "applications/" + second)
                .then()
                .body("competentBody.code", equalTo("main-committee"))
                .body("competentBody.basis.applications", contains(first, second));
        put("planner", "stakeholders/" + Api.key("x"), "{\"name\":\"X\",\"kind\":\"k\",\"partOf\":\"nobody\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/partOf"));
    }

    /** A branch of a branch of an umbrella, and a branch of it beside. */
    @Test
    void allBelowTheSameCountTogetherHoweverDeep() {
        String umbrella = actor("planner", Api.key("dach"), null);
        String branch = actor("planner", Api.key("kreis"), umbrella);
        String first = onPaper(actor("planner", Api.key("ort"), branch));
        String second = onPaper(actor("planner", Api.key("teil"), umbrella));
        String third = onPaper(umbrella);

        for (String id : new String[] {first, second, third}) {
            get("clerk", "applications/" + id)
                    .then()
                    .body("competentBody.basis.applications", contains(first, second, third));
        }
    }

    private static String actor(String user, String key, String partOf) {
        String part = partOf == null ? "null" : "\"" + partOf + "\"";
        put(
                        user,
                        "stakeholders/" + key,
                        "{\"name\":\"" + key + "\",\"kind\":\"welfare-association\",\"partOf\":" + part + "}")
                .then()
                .statusCode(201);
        return key;
    }

    private String onPaper(String applicant) {
        String body = content(programme, space, "4999.99")
                .replace(
                        "{\"programme\"",
                        "{\"applicant\":\"" + applicant
                                + "\",\"onBehalf\":{\"receivedOn\":\"2024-01-02\",\"reason\":\"Brief\"},\"programme\"");
        String id = post("funding-officer", "applications", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("funding-officer", id, "submission", "{}");
        return id;
    }
}
