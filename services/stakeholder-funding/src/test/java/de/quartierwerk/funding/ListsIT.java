package de.quartierwerk.funding;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.kit.testing.StatementCounts;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists come in pages and as tables, and take as many statements for one item as for many. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ListsIT {

    private static final List<String> LISTS =
            List.of("stakeholders", "offers", "bodies", "budget-lines", "programmes", "applications", "grants");

    @Test
    void listsComeInPages() {
        String space = offers(3);

        String next = get(null, "offers?limit=2&space=" + space)
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");

        get(null, "offers?limit=2&space=" + space + "&cursor=" + next)
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
    }

    @Test
    void listsComeAsTables() {
        String space = offers(3);

        String table = Api.as(null)
                .accept("text/csv")
                .get("/v1/offers?space=" + space)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(table.lines()).hasSize(4).first().asString().startsWith("key;stakeholder;name");
        for (String list : LISTS) {
            Api.as("planner").accept("text/csv").get("/v1/" + list).then().statusCode(200);
        }
    }

    @Test
    void aTableIsCutIntoPagesWhereTheCallerAsksForThem() {
        String space = offers(3);

        Response page = Api.as(null).accept("text/csv").get("/v1/offers?limit=2&space=" + space);

        assertThat(page.asString().lines()).hasSize(3);
        assertThat(page.header("Link")).contains("rel=\"next\"").contains("limit=2");
        for (String list : LISTS) {
            Api.as("planner")
                    .accept("text/csv")
                    .get("/v1/" + list + "?limit=1")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void pagesOfOtherListsAreRefused() {
        for (String list : LISTS) {
            get("planner", list + "?cursor=WyJhIiwiYiIsImMiXQ")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("page.cursor-malformed"));
        }
        get("planner", "applications?cursor=WyJhIiwiYiJd").then().statusCode(400);
        get("planner", "applications?limit=0").then().statusCode(400);
    }

    @Test
    void anApplicationsPageTakesAsManyStatementsForOneAsForMany() {
        Api.applicants();
        Runs.publish(Api.key("scheme"), 0, 1, Api.space("99001001"), "HF3");
        String programme = Api.programme("600000.00", """
                [{"code":"need","title":"Bedarf","kind":"published-need","needs":["HF3"]}]""");
        for (int i = 0; i < 4; i++) {
            Api.submitted(programme, Api.space("99001001"), "1000.00");
        }

        for (String user : List.of("planner", "municipal-planner", "supplier")) {
            sameStatements(user, "applications?programme=" + programme, 4);
        }
    }

    @Test
    void aGrantsPageTakesAsManyStatementsForOneAsForMany() {
        Api.applicants();
        String programme = Api.programme("600000.00", "[]");
        for (int i = 0; i < 2; i++) {
            String id = Api.consulted(programme, Api.space("99001001"), "10000.00");
            Api.stepped("clerk", id, "decision", Api.grant());
        }

        sameStatements(null, "grants?programme=" + programme, 2);
    }

    @Test
    void everyOtherPageTakesAsManyStatementsForOneAsForMany() {
        String space = offers(4);
        for (int i = 0; i < 4; i++) {
            Api.programme("1000.00", "[]");
            put(
                            "planner",
                            "stakeholders/" + Api.key("a"),
                            "{\"name\":\"A\",\"kind\":\"k\",\"published\":true,\"spaces\":[\"" + space + "\"]}")
                    .then()
                    .statusCode(201);
        }

        for (String user : new String[] {"planner", "municipal-planner", null}) {
            sameStatements(user, "stakeholders?space=" + space, 4);
            sameStatements(user, "offers?space=" + space, 4);
            sameStatements(user, "bodies", 4);
            sameStatements(user, "budget-lines", 4);
            sameStatements(user, "programmes", 4);
        }
    }

    @Test
    void aPapersPageTakesAsManyStatementsForOneAsForMany() {
        Api.applicants();
        String programme = Api.programme("600000.00", "[]");
        String space = Api.space("99001001");
        for (int i = 0; i < 3; i++) {
            String number = Api.key("0");
            String about = "\"" + Api.submitted(programme, space, "1000.00") + "\",\""
                    + Api.submitted(programme, space, "1000.00") + "\"";
            put("clerk", "papers/" + number, """
                            {"kind":"proposal","title":"Förderung","originator":"Verwaltung","matters":[{"matter":"grant"}],
                             "applications":[%s]}""".formatted(about))
                    .then()
                    .statusCode(201)
                    .body("outcomes.size()", equalTo(2));
            Api.post("clerk", "papers/" + number + "/mandates", """
                            {"text":"Bescheid","responsible":"Sozialplanung","due":"2031-01-01"}""").then().statusCode(201);
        }

        sameStatements("clerk", "papers", 3);
        sameStatements("clerk", "mandates", 3);
        sameStatements("funding-officer", "inbox", 3);
    }

    @Test
    void aLedgersAndAnOrdersPageTakesAsManyStatementsForOneAsForMany() {
        Api.applicants();
        String programme = Api.programme("600000.00", "[]");
        String id = Api.agreed(programme, Api.space("99001001"), "10000.00");
        for (int i = 0; i < 3; i++) {
            String paid = Api.stepped("funding-officer", id, "payments", """
                            {"year":2030,"amount":{"amount":"10.00","currency":"EUR"},"call":"%d"}""".formatted(i))
                    .getString("payments[" + i + "].id");
            Api.stepped("funding-officer2", id, "payments/" + paid + "/order", "{}");
        }

        sameStatements("clerk", "ledger/entries?application=" + id, 4);
        sameStatements("funding-officer", "payment-orders", 3);
    }

    private static void sameStatements(String user, String list, int atLeast) {
        String parameter = list.contains("?") ? "&limit=" : "?limit=";
        Response one = get(user, list + parameter + 1);
        Response many = get(user, list + parameter + 100);

        assertThat(many.jsonPath().getList("items")).as(list).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(StatementCounts.of(many))
                .as("statements of " + list + " for " + user)
                .isEqualTo(StatementCounts.of(one))
                .isLessThanOrEqualTo(7);
    }

    /** A space with some published offers. */
    private static String offers(int number) {
        Api.applicants();
        String space = Api.space("99001001");
        for (int i = 0; i < number; i++) {
            put(
                            "planner",
                            "offers/" + Api.key("o"),
                            "{\"stakeholder\":\"verband-a\",\"name\":\"Treff\",\"published\":true,\"spaces\":[\""
                                    + space + "\"]}")
                    .then()
                    .statusCode(201);
        }
        return space;
    }
}
