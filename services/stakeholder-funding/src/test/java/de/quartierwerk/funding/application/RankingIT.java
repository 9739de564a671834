package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Officials;
import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications of a programme are compared by the points of their criteria. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RankingIT {

    private String programme;
    private String ranking;

    @BeforeEach
    void prepare() {
        Api.applicants();
        programme = Api.programme("600000.00", """
                [{"code":"concept","title":"Konzept","kind":"judged","required":false,"weight":40},
                 {"code":"effect","title":"Wirkung","kind":"judged","required":false,"weight":40},
                 {"code":"most","title":"Höchstbetrag","kind":"maximum-amount","weight":20,
                  "maximum":{"amount":"5000.00","currency":"EUR"}},
                 {"code":"own","title":"Eigenanteil","kind":"own-share","required":false,"minimumPercent":0}]""");
        ranking = "programmes/" + programme + "/ranking";
    }

    @Test
    void theBestComesFirstAndEqualsShareARank() {
        String good = assessed("4000.00", "\"points\":80", "\"points\":90");
        String poor = assessed("9000.00", "\"points\":10", "\"points\":20");
        String equal = assessed("4000.00", "\"points\":90", "\"points\":80");
        submitted(programme, Api.space("99001001"), "4000.00");
        String gone = assessed("4000.00", "\"points\":100", "\"points\":100");
        stepped("supplier", gone, "withdrawal", "{}");

        get("clerk", ranking)
                .then()
                .statusCode(200)
                .body("items.rank", contains(1, 1, 3))
                .body("items.application[2]", equalTo(poor))
                .body("items.application", containsInAnyOrder(good, equal, poor))
                .body("items[0].score", equalTo(88.00f))
                .body("items[2].score", equalTo(12.00f))
                .body("items[2].criteria.criterion", contains("concept", "effect", "most"))
                .body("items[2].criteria.points", contains(10, 20, 0))
                .body("items[2].recommendation", equalTo("grant"));
        get("clerk", "applications/" + good).then().body("assessment.score", equalTo(88.00f));
    }

    @Test
    void withoutPointsMetCountsFullAndWithoutWeightsThereIsNoScore() {
        String met = assessed("4000.00", null, null);
        String plain = Api.programme("60000.00", "[]");
        stepped(
                "funding-officer",
                submitted(plain, Api.space("99001001"), "4000.00"),
                "assessment",
                "{\"recommendation\":\"refuse\"}");

        get("auditor", ranking)
                .then()
                .body("items[0].application", equalTo(met))
                .body("items[0].score", equalTo(100f));
        get("auditor", "programmes/" + plain + "/ranking")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].score", nullValue())
                .body("items[0].criteria", empty());
    }

    @Test
    void theRankingComesInPagesAndAsATable() {
        for (int points : new int[] {50, 70, 60}) {
            assessed("4000.00", "\"points\":" + points, "\"points\":" + points);
        }

        Response one = get("planner", ranking + "?limit=1");
        Response rest = get("planner", ranking + "?cursor=" + one.path("next"));
        Response whole = Api.as("planner").accept("text/csv").get("/v1/" + ranking);
        Response cut = Api.as("planner").accept("text/csv").get("/v1/" + ranking + "?limit=2");

        one.then().body("items.score", contains(76.00f));
        rest.then().body("items.score", contains(68.00f, 60.00f)).body("items.rank", contains(2, 3));
        assertThat(whole.asString().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("rank;score;application;applicant;applicantName;title");
        assertThat(whole.asString().lines().toList().get(1))
                .startsWith("1;76.00;")
                .contains(";ASSESSED;grant;4000.00;");
        assertThat(cut.asString().lines()).hasSize(3);
        assertThat(StatementCounts.of(one)).isEqualTo(StatementCounts.of(rest)).isEqualTo(1);
        get("planner", ranking + "?cursor=WyJhIiwiYiJd")
                .then()
                .statusCode(400)
                .body("code", equalTo("page.cursor-malformed"));
    }

    @Test
    void theAdministrationComparesWithinItsAreas() throws Exception {
        assessed("4000.00", "\"points\":80", "\"points\":90");
        String elsewhere = Officials.elsewhere("funding-officer");

        get(elsewhere, ranking).then().statusCode(200).body("items", empty());
        get("municipal-planner", ranking).then().statusCode(200).body("items.size()", equalTo(1));
        get("supplier", ranking).then().statusCode(403);
        get(null, ranking).then().statusCode(401);
        get("planner", "programmes/nothing/ranking")
                .then()
                .statusCode(404)
                .body("code", equalTo("programme.not-found"));
    }

    @Test
    void pointsAndWeightsHaveLimits() {
        String id = submitted(programme, Api.space("99001001"), "4000.00");

        step("funding-officer", id, "assessment", assessment("\"points\":101", "\"points\":-1"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/judgements/0/points", "/judgements/1/points"));
        Api.put("funding-officer", "programmes/" + Api.key("p"), """
                        {"name":"P","budgetLine":"x","criteria":[{"code":"a","title":"A","kind":"judged","weight":0}]}""")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/criteria/0/weight"));
    }

    private String assessed(String amount, String concept, String effect) {
        String id = submitted(programme, Api.space("99001001"), amount);
        stepped("funding-officer", id, "assessment", assessment(concept, effect));
        return id;
    }

    private static String assessment(String concept, String effect) {
        return """
               {"recommendation":"grant","judgements":[
                {"criterion":"concept","met":true,"reason":"x"%s},{"criterion":"effect","met":true,"reason":"x"%s}]}""".formatted(concept == null ? "" : "," + concept, effect == null ? "" : "," + effect);
    }
}
