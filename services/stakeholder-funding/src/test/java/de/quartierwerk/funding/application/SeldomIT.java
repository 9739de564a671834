package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.content;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.grant;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What seldom happens on the way of an application. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SeldomIT {

    private String space;

    @BeforeEach
    void prepare() {
        Api.applicants();
        space = Api.space("99001001");
    }

    @Test
    void aHearingIsKeptAndReplacesNoAdvice() {
        String id = Api.submitted(Api.programme("60000.00", "[]"), space, "10000.00");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        JsonPath heard = stepped(
                "clerk",
                id,
                "consultations",
                Api.consultation().replace("\"result\":\"recommended\"", "\"role\":\"hearing\",\"result\":\"noted\""));

        assertThat(heard.getString("state")).isEqualTo("ASSESSED");
        assertThat(heard.getString("consultations[0].role")).isEqualTo("hearing");
        assertThat(heard.<String>getList("allowedActions")).doesNotContain("decision");
        step("clerk", id, "decision", grant()).then().statusCode(409).body("code", equalTo("decision.not-consulted"));
    }

    @ParameterizedTest
    @CsvSource({"postponed", "referred"})
    void aMatterThatIsPutOffStaysWhereItIs(String result) {
        String id = Api.consulted(Api.programme("60000.00", "[]"), space, "10000.00");

        JsonPath open = stepped("clerk", id, "decision", grant().replace("granted", result));

        assertThat(open.getString("state")).isEqualTo("CONSULTED");
        assertThat(open.getString("decision")).isNull();
        assertThat(open.getString("consultations[1].result")).isEqualTo(result);
        assertThat(open.getString("consultations[1].role")).isEqualTo("deciding");
        assertThat(stepped("clerk", id, "decision", grant()).getString("state")).isEqualTo("DECIDED");
    }

    @ParameterizedTest
    @CsvSource({"postponed", "referred"})
    void adviceThatIsPutOffIsStillToBeGiven(String result) {
        String id = Api.submitted(Api.programme("60000.00", "[]"), space, "10000.00");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        JsonPath open = stepped("clerk", id, "consultations", Api.consultation().replace("recommended", result));

        assertThat(open.getString("state")).isEqualTo("ASSESSED");
        assertThat(open.getBoolean("competentBody.consult[0].done")).isFalse();
    }

    @Test
    void fromAnAmountOnTwoPeopleAssess() {
        String id = Api.submitted(with("\"secondAssessorFrom\":" + euro("10000.00")), space, "10000.00");
        String refusal = "{\"recommendation\":\"refuse\"}";

        JsonPath first = stepped("admin", id, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("funding-officer", id, "assessment", refusal);
        JsonPath second = stepped("funding-officer2", id, "assessment", refusal);

        assertThat(first.getString("state")).isEqualTo("SUBMITTED");
        assertThat(first.getString("firstAssessment.by")).isEqualTo("admin");
        assertThat(second.getString("state")).isEqualTo("ASSESSED");
        assertThat(second.<String>getList("earlierAssessments.by")).containsExactly("admin");
        stepped("clerk", id, "consultations", Api.consultation());
        step("admin", id, "decision", grant()).then().statusCode(403).body("code", equalTo("duty.separated"));
    }

    @ParameterizedTest
    @CsvSource({"9991.00, CLOSED", "9989.99, REVIEWED"})
    void whatIsPettyNeedNotBeClaimedBack(String eligible, String state) {
        String id = proven(with("\"pettyLimit\":" + euro("10.00")), "9995.00");
        stepped("funding-officer2", id, "review", "{\"eligible\":" + euro(eligible) + ",\"note\":\"n\"}");

        step("funding-officer", id, "closure", "{\"note\":\"Bagatelle\"}");

        get("clerk", "applications/" + id).then().body("state", equalTo(state));
    }

    @Test
    void itemsOfMoreThan120PercentOfTheirPlanAreFlagged() {
        String programme = Api.programme("60000.00", "[]");
        String planned = content(programme, space, "10000.00")
                .replace(
                        "\"needs\"",
                        "\"costs\":[" + cost("Personal", "8000.00") + "," + cost("Miete", "2000.00") + "],\"needs\"");
        String id = post("supplier", "applications", planned)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("supplier", id, "submission", "{}");
        agree(id);

        JsonPath proven = prove(id, cost("Personal", "9600.00") + "," + cost("Miete", "2400.01"));

        assertThat(proven.<String>getList("proofOfUse.overruns.item")).containsExactly("Miete");
    }

    @Test
    void oneOfTwoClerksAtOnceComesTooLate() throws InterruptedException, ExecutionException {
        String id = Api.consulted(Api.programme("60000.00", "[]"), space, "10000.00");
        String etag = get("clerk", "applications/" + id).header("ETag");
        Callable<Integer> decide = () -> as("clerk")
                .contentType("application/json")
                .header("If-Match", etag)
                .body(grant())
                .post("/v1/applications/" + id + "/decision")
                .statusCode();
        List<Integer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (Future<Integer> answer : threads.invokeAll(List.of(decide, decide))) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @ParameterizedTest
    @CsvSource({"'\"0.00\"', 422", "'\"-1.00\"', 400", "1.00, 400", "'\"1e3\"', 400", "'\"1.001\"', 400"})
    void anAmountThatIsNoneIsRefusedAndChangesNothing(String amount, int status) {
        String id = Api.agreed(Api.programme("60000.00", "[]"), space, "10000.00");
        String before = get("clerk", "applications/" + id).asString();

        step("funding-officer", id, "payments", """
                        {"year":2030,"amount":{"amount":%s,"currency":"EUR"}}""".formatted(amount)).then().statusCode(status);

        assertThat(get("clerk", "applications/" + id).asString()).isEqualTo(before);
    }

    /** A programme with this term. */
    private static String with(String term) {
        String programme = Api.programme("60000.00", "[]");
        JsonPath line = get("clerk", "programmes/" + programme).jsonPath();
        String own = Api.key("programme");
        Api.put("funding-officer", "programmes/" + own, """
                        {"name":"Quartier","budgetLine":"%s","criteria":[],%s}""".formatted(line.getString("budgetLine"), term))
                .then()
                .statusCode(201);
        return own;
    }

    private String proven(String programme, String spent) {
        String id = Api.submitted(programme, space, "10000.00");
        agree(id);
        String paid = stepped("funding-officer", id, "payments", "{\"year\":2030,\"amount\":" + euro("10000.00") + "}")
                .getString("payments[0].id");
        stepped("funding-officer2", id, "payments/" + paid + "/order", "{}");
        prove(id, cost("Personal", spent));
        return id;
    }

    private static JsonPath prove(String id, String costs) {
        return stepped("supplier", id, "proof-of-use", """
                {"report":"Bericht","costs":[%s],"early":true,"reason":"fertig"}""".formatted(costs));
    }

    private static void agree(String id) {
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("clerk", id, "consultations", Api.consultation());
        stepped("clerk", id, "decision", grant());
        stepped("funding-officer", id, "agreement", Api.agreement().replace("ZV-1", "ZV-" + today()));
    }

    private static String cost(String item, String amount) {
        return "{\"item\":\"" + item + "\",\"amount\":" + euro(amount) + "}";
    }

    private static String euro(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }
}
