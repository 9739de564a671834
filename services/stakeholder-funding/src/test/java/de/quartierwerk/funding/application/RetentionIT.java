package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** A retained share of a grant is paid when the use of the rest was reviewed. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RetentionIT {

    /** 20,000.00 are granted and 20 percent retained; 19,000.00 are eligible, so that 1,000.00 are free again. */
    @Test
    void theRetainedShareIsPaidAfterTheReviewUpToTheEligibleAmount() {
        Api.applicants();
        String programme = Api.programme("20000.00", "[]");
        String line = get("planner", "programmes/" + programme).path("budgetLine");
        change("funding-officer", "programmes/" + programme, "\"1\"", """
                        {"name":"P","budgetLine":"%s","retentionPercent":20}""".formatted(line))
                .then()
                .statusCode(200)
                .body("retentionPercent", equalTo(20));
        String id = Api.agreed(programme, Api.space("99001001"), "20000.00");
        step("funding-officer", id, "payments", payment("16000.01", "Abruf 1"))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment.retained"));
        paid(id, "16000.00", "Abruf 1");
        stepped("supplier", id, "proof-of-use", """
                {"report":"Bericht","costs":[{"item":"Personal","amount":{"amount":"19000.00","currency":"EUR"}}],
                 "early":true,"reason":"Das Vorhaben ist beendet."}""");

        JsonPath reviewed = stepped("funding-officer2", id, "review", """
                {"eligible":{"amount":"19000.00","currency":"EUR"},"note":"Minderausgaben"}""");

        assertThat(reviewed.getString("state")).isEqualTo("REVIEWED");
        assertThat(reviewed.getString("review.recoverable.amount")).isEqualTo("0.00");
        assertThat(balance(line, "available")).isEqualTo("1000.00");
        assertThat(balance(line, "committed")).isEqualTo("3000.00");
        step("funding-officer", id, "payments", payment("3000.01", "Rest"))
                .then()
                .statusCode(409);
        paid(id, "3000.00", "Rest");
        assertThat(balance(line, "committed")).isEqualTo("0.00");
        assertThat(balance(line, "ordered")).isEqualTo("19000.00");
        assertThat(stepped("funding-officer", id, "closure", "{}").getString("state"))
                .isEqualTo("CLOSED");
        get("auditor", "ledger/verification").then().body("ok", equalTo(true));
    }

    @Test
    void aShareHasLimits() {
        for (String percent : new String[] {"-1", "100.01", "10.001"}) {
            put("funding-officer", "programmes/" + Api.key("p"), """
                            {"name":"P","budgetLine":"x","retentionPercent":%s}""".formatted(percent))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/retentionPercent"));
        }
    }

    private static void paid(String id, String amount, String call) {
        JsonPath certified = stepped("funding-officer", id, "payments", payment(amount, call));
        stepped("funding-officer2", id, "payments/" + certified.getString("payments[-1].id") + "/order", "{}");
    }

    private static String payment(String amount, String call) {
        return """
               {"year":2030,"amount":{"amount":"%s","currency":"EUR"},"call":"%s"}""".formatted(amount, call);
    }

    private static String balance(String line, String account) {
        return get("auditor", "ledger/balances?year=2030&line=" + line)
                .path("items.find { it.account == '" + account + "' }.balance.amount");
    }
}
