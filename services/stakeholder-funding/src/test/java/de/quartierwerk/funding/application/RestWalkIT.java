package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.today;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@link RandomWalkTest} over HTTP: random users take random steps with good content. What is offered succeeds, what is
 * not is refused and changes nothing, and every change of state stands in the table. A build takes 50 walks;
 * {@code -Dwalks=200} takes more, some minutes.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class RestWalkIT {

    private static final int STEPS = 40;
    private static final Set<String> ENDS = Set.of("WITHDRAWN", "CLOSED");
    private static final List<String> USERS =
            List.of("supplier", "supplier2", "funding-officer", "funding-officer2", "clerk", "admin");
    private static final List<String> STEPS_BY_POST = List.of(
            "submission",
            "withdrawal",
            "return",
            "assessment",
            "consultations",
            "decision",
            "agreement",
            "commitment",
            "condition",
            "payments",
            "payment-order",
            "waiver",
            "proof-of-use",
            "review",
            "hearing",
            "recovery",
            "repayments",
            "claim-waiver",
            "revocation",
            "closure",
            "correction",
            "correction-confirmation",
            "remark");

    @Test
    void fiveWalks() {
        walk(0, 5);
    }

    @Test
    @Tag("long")
    void manyWalks() {
        walk(5, Integer.getInteger("walks", 50));
    }

    private static void walk(int from, int to) {
        Api.applicants();
        Set<String> table = table();
        for (int seed = from; seed < to; seed++) {
            String id = Api.draft(Api.programme("20000.00", "[]"), Api.space("99001001"), "20000.00");
            Random random = new Random(seed);
            Response now = Api.get("admin", "applications/" + id);
            int left = STEPS;
            for (int i = 0; left > 0; i++) {
                now = step(id, now, random, table, "seed " + seed + " step " + i);
                // nothing but remarks comes after these
                left = ENDS.contains(now.<String>path("state")) ? Math.min(left - 1, 2) : left - 1;
            }
        }
        Api.get("auditor", "ledger/verification").then().statusCode(200);
        assertThat(Api.get("auditor", "ledger/trial-balance").<String>path("total.amount"))
                .isEqualTo("0.00");
    }

    /** Takes a step; gives the application after it. */
    private static Response step(String id, Response before, Random random, Set<String> table, String where) {
        String user = USERS.get(random.nextInt(USERS.size()));
        List<String> offered = Api.get(user, "applications/" + id).jsonPath().getList("allowedActions");
        List<String> possible = offered == null ? List.of() : offered;
        List<String> steps = possible.stream().filter(STEPS_BY_POST::contains).toList();
        String step = steps.isEmpty() || random.nextInt(3) == 0
                ? STEPS_BY_POST.get(random.nextInt(STEPS_BY_POST.size()))
                : steps.get(random.nextInt(steps.size()));

        Response answer = Api.as(user)
                .contentType("application/json")
                .header("If-Match", before.header("ETag"))
                .body(body(step, before.jsonPath(), random))
                .post("/v1/applications/" + id + "/" + path(step, before.jsonPath()));

        String what = where + ": " + user + " " + step + " in " + before.path("state") + ": " + answer.asString();
        Response after = Api.get("admin", "applications/" + id);
        if (possible.contains(step)) {
            assertThat(answer.statusCode()).as(what).isEqualTo(200);
            String change = before.path("state") + " " + step + " " + after.path("state");
            assertThat(table).as(what).contains(change);
        } else {
            // a claim that comes before the statement does not hold in itself
            assertThat(answer.statusCode()).as(what).isIn(403, 404, 409, step.equals("recovery") ? 422 : 409);
            assertThat(after.asString()).as(what).isEqualTo(before.asString());
        }
        return after;
    }

    /** Each row of the published table: from, step, to; a step may also leave the state as it is. */
    private static Set<String> table() {
        List<Map<String, Object>> rows = Api.get("clerk", "workflow").jsonPath().getList("steps");
        Set<String> changes = new HashSet<>();
        for (Map<String, Object> row : rows) {
            changes.add(row.get("state") + " " + row.get("action") + " " + row.get("state"));
            Object next = row.get("next");
            for (Object to : next instanceof List<?> several ? several : List.of(String.valueOf(next))) {
                changes.add(row.get("state") + " " + row.get("action") + " " + to);
            }
        }
        return changes;
    }

    private static String path(String step, JsonPath now) {
        return switch (step) {
            case "condition" -> "conditions/1/fulfilment";
            case "commitment" -> "tranches/2030/commitment";
            case "payment-order" -> "payments/" + waitingPayment(now) + "/order";
            case "repayments" -> "recovery/repayments";
            case "claim-waiver" -> "recovery/waiver";
            case "correction-confirmation" -> "correction/" + waitingCorrection(now) + "/confirmation";
            default -> step;
        };
    }

    private static String waitingPayment(JsonPath now) {
        String id = now.getString("payments.find { it.state == 'CERTIFIED' }.id");
        return id == null ? "00000000-0000-4000-8000-000000000000" : id;
    }

    private static String waitingCorrection(JsonPath now) {
        String number = now.getString("corrections.find { it.confirmedBy == null }.number");
        return number == null ? "99" : number;
    }

    private static String body(String step, JsonPath now, Random random) {
        return switch (step) {
            case "return" -> """
                {"items":[{"pointer":"/purpose","reason":"r"}],"deadline":"%s"}""".formatted(today().plusDays(9));
            case "assessment" -> "{\"recommendation\":\"grant\"}";
            case "consultations" -> Api.consultation();
            case "decision" ->
                random.nextBoolean()
                        ? Api.grant()
                        : Api.grant().replace("\"legalBasis\"", "\"subjectToBudget\":true,\"legalBasis\"");
            case "agreement" -> Api.agreement().replace("}", ",\"beforePayment\":[\"Die Stelle ist besetzt.\"]}");
            case "condition" -> "{\"metOn\":\"" + today() + "\"}";
            case "payments" -> """
                {"year":2030,"amount":{"amount":"1000.00","currency":"EUR"},"call":"%s"}""".formatted(Api.key("c"));
            case "waiver", "withdrawal" -> "{\"reason\":\"r\"}";
            case "proof-of-use" -> """
                {"report":"r","costs":[{"item":"i","amount":{"amount":"1.00","currency":"EUR"}}],
                 "early":true,"reason":"r"}""";
            case "review" -> "{\"eligible\":{\"amount\":\"0.00\",\"currency\":\"EUR\"},\"note\":\"n\"}";
            case "hearing" ->
                now.get("hearing") == null
                        ? """
                {"sentOn":"%s","until":"%s"}""".formatted(today(), today().plusDays(14))
                        : """
                {"sentOn":"%1$s","until":"%2$s","statementOn":"%1$s","statement":"s"}""".formatted(today(), today().plusDays(14));
            case "recovery" -> """
                {"amount":{"amount":"%2$s","currency":"EUR"},"heardOn":"%1$s","statement":"s","decidedOn":"%1$s",
                 "reason":"r","legalBasis":"§ 49a VwVfG"}""".formatted(today(), recoverable(now));
            case "repayments" -> """
                {"paidOn":"%s","amount":{"amount":"%s","currency":"EUR"}}""".formatted(today(), claimed(now));
            case "claim-waiver" -> """
                {"decidedOn":"%s","amount":{"amount":"%s","currency":"EUR"},"reason":"r","legalBasis":"§ 26"}""".formatted(today(), claimed(now));
            case "revocation" -> """
                {"decidedOn":"%s","reason":"r","legalBasis":"§ 49 VwVfG"}""".formatted(today());
            case "closure" -> "{\"note\":\"n\"}";
            case "correction" -> "{\"record\":\"consultation\",\"index\":0,\"note\":\"n\",\"reason\":\"r\"}";
            case "remark" -> "{\"text\":\"t\",\"visible\":false}";
            default -> "{}";
        };
    }

    private static String recoverable(JsonPath now) {
        String revoked = now.getString("revocation.recoverable.amount");
        String reviewed = now.getString("review.recoverable.amount");
        return revoked != null ? revoked : reviewed != null ? reviewed : "1.00";
    }

    private static String claimed(JsonPath now) {
        String claim = now.getString("recovery.amount.amount");
        return claim == null ? "1.00" : claim;
    }
}
