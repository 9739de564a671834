package de.quartierwerk.funding.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many decisions at the same moment never exceed what was authorised. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BudgetConcurrencyIT {

    private static final int DECISIONS = 8;

    @Test
    void eightDecisionsOnMoneyForThreeGrantThree() throws InterruptedException, ExecutionException {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("30000.00", "[]");
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            String id = Api.consulted(programme, space, "10000.00");
            decisions.add(() -> Api.step("clerk", id, "decision", Api.grant()).statusCode());
        }
        Tokens.of("clerk");

        List<Integer> answers = allAtOnce(decisions);

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(DECISIONS - 3);
        String line = Api.get("funding-officer", "programmes/" + programme).path("budgetLine");
        Api.get("funding-officer", "budget-lines/" + line)
                .then()
                .body("balances[0].committed.amount", equalTo("30000.00"))
                .body("balances[0].available.amount", equalTo("0.00"));
    }

    @Test
    @Tag("long")
    void twoHundredDecisionsOnMoneyForFifteenGrantFifteen() throws InterruptedException, ExecutionException {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("90000.00", "[]");
        String line = Api.get("funding-officer", "programmes/" + programme).path("budgetLine");
        String group = Api.key("group");
        Api.change("funding-officer", "budget-lines/" + line, "\"1\"", """
                        {"name":"Zuschüsse","coverGroup":"%s",
                         "years":[{"year":2030,"planned":{"amount":"90000.00","currency":"EUR"}}]}""".formatted(group))
                .then()
                .statusCode(200);
        String provisional = Api.key("line");
        Api.put("funding-officer", "budget-lines/" + provisional, """
                        {"name":"Vorläufig","coverGroup":"%s","years":[{"year":2030,"provisional":true,
                         "planned":{"amount":"900000.00","currency":"EUR"}}]}""".formatted(group))
                .then()
                .statusCode(201);
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String id = Api.submitted(programme, space, "6000.00");
            Api.stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
            Api.stepped("clerk", id, "consultations", Api.consultation());
            Api.stepped(
                    "clerk", id, "consultations", Api.consultation().replace("specialist-committee", "main-committee"));
            decisions.add(() -> decideWhenThereIsRoom(id));
        }
        Tokens.of("clerk");

        List<Integer> answers = allAtOnce(decisions);

        assertThat(answers).filteredOn(status -> status == 200).hasSize(15);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(185);
        assertThat(available(line)).isEqualTo("0.00");
        assertThat(available(provisional)).isEqualTo("900000.00");
    }

    @Test
    void aLineCannotBeCutBelowWhatIsCommittedWhileDecisionsAreTaken() throws InterruptedException, ExecutionException {
        Api.applicants();
        String space = Api.space("99001001");
        String programme = Api.programme("10000.00", "[]");
        String line = Api.get("funding-officer", "programmes/" + programme).path("budgetLine");
        String id = Api.consulted(programme, space, "10000.00");
        String cut = """
                {"name":"Gekürzt","years":[{"year":2030,"planned":{"amount":"9999.99","currency":"EUR"}}]}""";

        List<Integer> answers = allAtOnce(List.of(
                () -> Api.step("clerk", id, "decision", Api.grant()).statusCode(),
                () -> Api.change("funding-officer", "budget-lines/" + line, "\"1\"", cut)
                        .statusCode()));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void linesOfOneGroupCoverEachOtherButNotMore() throws InterruptedException, ExecutionException {
        Api.applicants();
        String space = Api.space("99001001");
        String group = Api.key("group");
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String programme = Api.programme("5000.00", "[]");
            String line = Api.get("funding-officer", "programmes/" + programme).path("budgetLine");
            Api.change("funding-officer", "budget-lines/" + line, "\"1\"", """
                            {"name":"Deckungskreis","coverGroup":"%s",
                             "years":[{"year":2030,"planned":{"amount":"5000.00","currency":"EUR"}}]}""".formatted(group))
                    .then()
                    .statusCode(200);
            String id = Api.consulted(programme, space, "10000.00");
            decisions.add(() -> Api.step("clerk", id, "decision", Api.grant()).statusCode());
        }

        List<Integer> answers = allAtOnce(decisions);

        assertThat(answers).containsExactlyInAnyOrder(200, 200, 409, 409);
    }

    @Test
    void twoPaymentsAtTheSameMomentNeverExceedTheGrant() throws InterruptedException, ExecutionException {
        Api.applicants();
        String id = Api.consulted(Api.programme("10000.00", "[]"), Api.space("99001001"), "10000.00");
        Api.stepped("clerk", id, "decision", Api.grant());
        Api.stepped(
                "funding-officer",
                id,
                "agreement",
                "{\"kind\":\"notice\",\"number\":\"B-1\",\"signedOn\":\"" + Api.today() + "\"}");
        String payment = "{\"year\":2030,\"amount\":{\"amount\":\"6000.00\",\"currency\":\"EUR\"}}";

        List<Integer> answers = allAtOnce(List.of(
                () -> payAnyVersion("funding-officer", id, payment),
                () -> payAnyVersion("funding-officer2", id, payment)));

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    /** What the books have free for a line itself, without its group. */
    private static String available(String line) {
        return Api.get("auditor", "ledger/balances?year=2030&line=" + line)
                .path("items.find { it.account == 'available' }.balance.amount");
    }

    /** The service takes only so many requests at once, and asks the others to come again. */
    private static int decideWhenThereIsRoom(String id) {
        int status;
        do {
            status = Api.as("clerk")
                    .contentType("application/json")
                    .header("If-Match", "*")
                    .body(Api.grant().replace("main-committee", "council"))
                    .post("/v1/applications/" + id + "/decision")
                    .statusCode();
        } while (status == 503 || status == 429);
        return status;
    }

    private static int payAnyVersion(String user, String id, String body) {
        return Api.as(user)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/v1/applications/" + id + "/payments")
                .statusCode();
    }

    private static List<Integer> allAtOnce(List<Callable<Integer>> calls)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
