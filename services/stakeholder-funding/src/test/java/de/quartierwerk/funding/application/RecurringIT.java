package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.put;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same amount every year becomes one tranche a year. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RecurringIT {

    private String programme;
    private String space;

    @BeforeEach
    void prepare() {
        Api.applicants();
        space = Api.space("99001001");
        programme = Api.key("programme");
        String line = Api.key("line");
        String year = "{\"year\":%d,\"planned\":{\"amount\":\"5000.00\",\"currency\":\"EUR\"}}";
        put(
                        "funding-officer",
                        "budget-lines/" + line,
                        "{\"name\":\"L\",\"years\":[" + year.formatted(2030) + "," + year.formatted(2031) + ","
                                + year.formatted(2032) + "]}")
                .then()
                .statusCode(201);
        put("funding-officer", "programmes/" + programme, "{\"name\":\"P\",\"budgetLine\":\"" + line + "\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void eachYearHasItsTranche() {
        String id = post("supplier", "applications", content("\"recurring\":" + recurring("1500.00")))
                .then()
                .statusCode(201)
                .body("amounts.year", contains(2030, 2031, 2032))
                .body("requested.amount", equalTo("4500.00"))
                .body("recurring.from", equalTo(2030))
                .extract()
                .path("id");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        stepped(
                "clerk",
                id,
                "decision",
                "{\"body\":\"administration\",\"decidedOn\":\"" + today()
                        + "\",\"result\":\"granted\",\"paperNumber\":\"A 1\"}");

        get("clerk", "applications/" + id)
                .then()
                .body("tranches.year", contains(2030, 2031, 2032))
                .body("tranches.amount.amount", contains("1500.00", "1500.00", "1500.00"));
    }

    @Test
    void amountsBesideItMustBeTheSame() {
        String year = "{\"year\":%d,\"amount\":{\"amount\":\"1500.00\",\"currency\":\"EUR\"}}";
        String amounts =
                "\"amounts\":[" + year.formatted(2030) + "," + year.formatted(2031) + "," + year.formatted(2032) + "],";
        String other = post("supplier", "applications", content(amounts + "\"recurring\":" + recurring("1400.00")))
                .path("id");
        String same = post("supplier", "applications", content(amounts + "\"recurring\":" + recurring("1500.00")))
                .path("id");

        step("supplier", other, "submission", "{}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/amounts"))
                .body("errors[0].code", equalTo("application.recurring-differs"));
        step("supplier", same, "submission", "{}").then().statusCode(200);
        post(
                        "supplier",
                        "applications",
                        content("\"recurring\":" + recurring("1.00").replace("2032", "9999")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/recurring/to"));
        post("supplier", "applications", content("\"recurring\":{\"from\":2030,\"to\":2031}"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/recurring/amount"));
    }

    private static String recurring(String amount) {
        return "{\"from\":2030,\"to\":2032,\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}}";
    }

    private String content(String money) {
        return """
               {"programme":"%s","title":"Stelle","purpose":"Beratung","spaces":["%s"],
                "period":{"from":"2030-01-01","to":"2032-12-31"},%s}""".formatted(programme, space, money);
    }
}
