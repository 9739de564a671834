package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Officials;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Officials of another district change nothing here, whatever the state, and know of no application. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ForeignAreaIT {

    private static final String AMOUNT = "{\"amount\":\"1.00\",\"currency\":\"EUR\"}";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @Test
    void fundingOfficersOfAnotherDistrictChangeNothing() throws IOException, InterruptedException {
        String officer = Officials.elsewhere("funding-officer");
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String line = Api.get("planner", "programmes/" + programme).path("budgetLine");
        String space = Api.space("99001001");
        String id = Api.draft(programme, space, "50000.00");
        Map<String, String> steps = Map.of(
                "assessment",
                "{\"recommendation\":\"grant\"}",
                "agreement",
                "{\"kind\":\"notice\",\"number\":\"B\",\"signedOn\":\"" + Api.today() + "\"}",
                "payments",
                "{\"year\":2030,\"amount\":" + AMOUNT + "}",
                "tranches/2030/commitment",
                "{}",
                "hearing",
                "{\"sentOn\":\"2024-07-01\",\"until\":\"2024-07-15\"}",
                "recovery/repayments",
                "{\"paidOn\":\"2024-07-01\",\"amount\":" + AMOUNT + "}",
                "payments/" + NOBODY + "/order",
                "{}",
                "payments/" + NOBODY + "/rejection",
                "{\"reason\":\"x\"}",
                "review",
                "{\"eligible\":" + AMOUNT + ",\"note\":\"x\"}",
                "recovery",
                "{\"amount\":" + AMOUNT + ",\"heardOn\":\"2024-07-01\",\"decidedOn\":\"2024-07-01\","
                        + "\"reason\":\"x\",\"legalBasis\":\"x\"}");

        steps.forEach((step, body) -> unknown(officer, "applications/" + id + "/" + step, body));
        put(officer, "bodies/" + Api.key("b"), "{\"name\":\"B\",\"kind\":\"committee\"}")
                .then()
                .statusCode(403);
        put(officer, "budget-lines/" + line, "{\"name\":\"L\"}").then().statusCode(403);
        put(officer, "programmes/" + programme, "{\"name\":\"P\",\"budgetLine\":\"" + line + "\"}")
                .then()
                .statusCode(403);
        put(
                        officer,
                        "programmes/" + Api.key("p"),
                        "{\"name\":\"P\",\"budgetLine\":\"" + line + "\",\"area\":\"" + space + "\"}")
                .then()
                .statusCode(403);
        put(officer, "stakeholders/" + Api.key("a"), "{\"name\":\"A\",\"kind\":\"k\",\"spaces\":[\"" + space + "\"]}")
                .then()
                .statusCode(403);
        Api.get(officer, "applications/" + id).then().statusCode(404);
        booksOfTheWholeInstallation(officer, line);
    }

    private static void booksOfTheWholeInstallation(String officer, String line) {
        for (String path : List.of(
                "ledger/entries",
                "ledger/balances?line=" + line,
                "ledger/trial-balance",
                "ledger/verification",
                "budget-lines/" + line + "/authorisations",
                "payment-orders",
                "payment-orders/batches/1",
                "posts?year=2030")) {
            Api.get(officer, path).then().statusCode(403);
        }
        String authorisations = "budget-lines/" + line + "/authorisations";
        post(
                        officer,
                        authorisations,
                        "{\"year\":2030,\"kind\":\"block\",\"amount\":" + AMOUNT
                                + ",\"paperNumber\":\"1\",\"body\":\"council\",\"decidedOn\":\"2024-07-01\",\"reason\":\"x\"}")
                .then()
                .statusCode(403);
        post(officer, authorisations + "/" + NOBODY + "/confirmation", "")
                .then()
                .statusCode(403);
        post(officer, "payment-orders/batches", "").then().statusCode(403);
        post(officer, "payment-orders/" + NOBODY + "/confirmation", "{\"paidOn\":\"2024-07-01\",\"reference\":\"x\"}")
                .then()
                .statusCode(403);
        post(officer, "payment-orders/" + NOBODY + "/cancellation", "{\"reason\":\"x\"}")
                .then()
                .statusCode(403);
        put(officer, "base-rates/1990-01-01", "{\"percent\":1}").then().statusCode(403);
        put(
                        officer,
                        "posts/" + Api.key("p"),
                        "{\"title\":\"x\",\"fte\":1,\"from\":\"1990-01-01\",\"paperNumber\":\"1\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void clerksOfAnotherDistrictChangeNothing() throws IOException, InterruptedException {
        String clerk = Officials.elsewhere("clerk");
        Api.applicants();
        String id = Api.draft(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");

        unknown(clerk, "applications/" + id + "/consultations", Api.consultation());
        unknown(clerk, "applications/" + id + "/decision", Api.grant());
        post(clerk, "budget-years/1990/closing", "{\"paperNumber\":\"1\"}")
                .then()
                .statusCode(403);
        Api.get(clerk, "applications/" + id).then().statusCode(404);
    }

    private static void unknown(String user, String path, String body) {
        post(user, path, body).then().statusCode(404).body("code", equalTo("application.not-found"));
    }
}
