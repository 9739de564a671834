package de.quartierwerk.funding.budget;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Budget lines over HTTP. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BudgetLineIT {

    private static final String LINE = "{\"name\":\"L\",\"years\":[]}";

    @Test
    void aChangeNeedsTheVersionAndTheSameAgainChangesNothing() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");

        put("funding-officer", "budget-lines/" + line, LINE)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        put("funding-officer", "budget-lines/" + line, LINE.replace("\"L\"", "\"M\""))
                .then()
                .statusCode(428);
        change("funding-officer", "budget-lines/" + line, "\"7\"", LINE.replace("\"L\"", "\"M\""))
                .then()
                .statusCode(412);
        change("funding-officer", "budget-lines/" + line, "\"1\"", LINE.replace("\"L\"", "\"M\""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void aStaleVersionIsRefusedEvenWhereNothingWouldChange() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE).then().statusCode(201);

        change("funding-officer", "budget-lines/" + line, "\"7\"", LINE).then().statusCode(412);
        change("funding-officer", "budget-lines/" + Api.key("line"), "\"1\"", LINE)
                .then()
                .statusCode(412);
    }

    @Test
    void theSameVersionIsReadAgainAndAgain() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, """
                        {"name":"L","years":[{"year":2030,"planned":{"amount":"1","currency":"EUR"},
                         "additional":[{"kind":"above-plan","amount":{"amount":"2.5","currency":"EUR"},
                           "reason":"Mehrbedarf","paperNumber":"1","decidedOn":"2024-06-17"}]}]}""")
                .then()
                .statusCode(201)
                .body("balances[0].authorised.amount", equalTo("3.50"));

        get("funding-officer", "budget-lines/" + line).then().header("ETag", "\"1\"");
        get("funding-officer", "budget-lines/" + line).then().header("ETag", "\"1\"");
    }

    @Test
    void whatIsLeftOfTheMoneyIsNeverTakenFromAStore() {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("60000.00", "[]");
        String line = get("planner", "programmes/" + programme).path("budgetLine");
        String id = Api.consulted(programme, space, "50000.00");
        String tag = get("planner", "budget-lines/" + line)
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .header("ETag");

        Api.stepped("clerk", id, "decision", Api.grant());

        Api.as("planner")
                .header("If-None-Match", tag)
                .get("/v1/budget-lines/" + line)
                .then()
                .statusCode(200)
                .body("balances[0].available.amount", equalTo("10000.00"));
        for (String path : List.of("programmes/" + programme, "applications/" + id)) {
            get("planner", path).then().header("Cache-Control", equalTo("no-store"));
        }
    }
}
