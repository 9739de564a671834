package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens between receipt and release, and after it. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class WorkflowIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void warningsAreAnsweredBeforeTheApprovalWhereTheMappingAsksForIt() {
        Api.indicator("answer", "count", "persons");
        String twice = "raum;a\n99001001-01;5\n99001001-01;5\n99001001-02;6\n99001001-02;6\n";
        JsonPath checked = Api.check("supplier", twice, Api.mapping("answer", "2020", ",\"holdOnWarnings\":true"));
        String id = checked.getString("id");
        assertThat(checked.getInt("openWarnings")).isEqualTo(2);
        Api.approval(id).statusCode(409).body("code", is("submission.held-by-warnings"));

        answer("supplier", id, "{\"numbers\":[0],\"reason\":\"doppelt geliefert\"}")
                .statusCode(200)
                .body("answered", is(1), "open", is(1));
        Api.approval(id).statusCode(409);
        answer("supplier", id, "{\"numbers\":[7],\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/numbers/0"), "errors[0].code", is("finding.no-warning"));
        answer("supplier", id, "{\"reason\":\"x\"}").statusCode(400).body("code", is("submission.answer-nothing"));
        answer("steward", id, "{\"code\":\"value.repeated\",\"reason\":\"x\"}").statusCode(403);
        answer("supplier2", id, "{\"code\":\"value.repeated\",\"reason\":\"x\"}")
                .statusCode(404);
        answer("steward-elsewhere", id, "{\"code\":\"value.repeated\",\"reason\":\"x\"}")
                .statusCode(404);
        answer("supplier", id, "{\"code\":\"value.repeated\",\"reason\":\"Zusage der Statistikstelle\"}")
                .statusCode(200)
                .body("answered", is(2), "open", is(0));

        Api.as("steward2")
                .get("/submissions/" + id + "/findings")
                .then()
                .body(
                        "items.findAll { it.severity == 'warning' }.number", is(List.of(0, 1)),
                        "items.findAll { it.severity == 'warning' }.answer",
                                is(List.of("Zusage der Statistikstelle", "Zusage der Statistikstelle")),
                        "items.findAll { it.severity == 'warning' }.answeredBy", is(List.of("supplier", "supplier")));
        assertThat(Api.approve(id).getInt("counts.created")).isEqualTo(2);
        answer("supplier", id, "{\"numbers\":[0],\"reason\":\"x\"}")
                .statusCode(409)
                .body("code", is("submission.state"));
    }

    @Test
    void aDryRunSaysTheSameAsTheRealOne() {
        Api.indicator("same", "count", "persons");
        Api.release("raum;a\n99001001-01;5\n99001001-02;7\n", Api.mapping("same", "2020"));
        String file =
                "raum;a\n99001001-01;5\n99001001-02;8\n99001001-03;9\n99001001-03;9\nnirgends;1\n99001002-01;zwei\n";

        String tried = Api.deliver("steward", file, Api.mapping("same", "2020"), "?dryRun=true")
                .extract()
                .path("id");
        JsonPath dry = Api.await("steward", tried, "VALIDATED");
        JsonPath real = Api.check("steward", file, Api.mapping("same", "2020"));

        assertThat(dry.getMap("counts"))
                .isEqualTo(real.getMap("counts"))
                .isEqualTo(Map.of(
                        "rows",
                        6,
                        "values",
                        5,
                        "created",
                        1,
                        "updated",
                        1,
                        "unchanged",
                        1,
                        "rejected",
                        2,
                        "warnings",
                        1));
        assertThat(dry.getMap("coverage")).isEqualTo(real.getMap("coverage"));
        assertThat(Api.findings(tried)).isEqualTo(Api.findings(real.getString("id")));
        assertThat(Api.approve(real.getString("id")).getMap("counts")).isEqualTo(dry.getMap("counts"));
        JsonPath again = Api.release(file, Api.mapping("same", "2020"));
        assertThat(again.getInt("counts.unchanged")).isEqualTo(3);
        assertThat(again.getInt("counts.created") + again.getInt("counts.updated"))
                .isZero();
        assertThat(Api.values("steward", "indicator=same").getList("items.revision"))
                .containsExactly(1, 2, 1);
    }

    @Test
    void aCorrectionReplacesWhatWaitsAndFollowsWhatIsReleased() {
        Api.indicator("correct", "count", "persons");
        String first = Api.check("supplier", "raum;a\n99001001-01;50\n", Api.mapping("correct", "2020"))
                .getString("id");
        Api.deliver("supplier2", "raum;a\n99001001-01;5\n", Api.mapping("correct", "2020"), "?corrects=" + first)
                .statusCode(404);
        Api.deliver("steward", "raum;a\n99001001-01;5\n", Api.mapping("correct", "2020"), "?corrects=" + first)
                .statusCode(403)
                .body("code", is("submission.not-own"));

        String second = corrected("supplier", "raum;a\n99001001-01;51\n", first);
        Api.as("supplier")
                .get("/submissions/" + first)
                .then()
                .body("state", is("WITHDRAWN"), "followedBy", nullValue());
        Api.approve(second);
        Api.as("supplier").get("/submissions/" + first).then().body("followedBy", is(second));
        String third = corrected("steward", "raum;a\n99001001-01;52\n", second);
        Api.as("supplier")
                .get("/submissions/" + second)
                .then()
                .body("state", is("RELEASED"), "followedBy", nullValue());
        Api.approve(third);

        Api.as("supplier").get("/submissions/" + second).then().body("state", is("RELEASED"), "followedBy", is(third));
        Api.as("steward").get("/submissions/" + third).then().body("corrects", is(second));
        Api.as("steward")
                .get("/values?indicator=correct")
                .then()
                .body("items.value", is(List.of(52)), "items.revision", is(List.of(2)));
        Api.deliver("steward", "raum;a\n99001001-01;5\n", Api.mapping("correct", "2020"), "?corrects=" + first)
                .statusCode(409)
                .body("code", is("submission.state"));
    }

    @Test
    void aReleasedSubmissionIsTakenBackByOneThatSomebodyElseApproves() {
        Api.indicator("back", "count", "persons");
        Api.release("raum;a\n99001001-01;50\n", Api.mapping("back", "2020"));
        JsonPath wrong =
                Api.release("raum;a\n99001001-01;99\n99001001-02;60\n99001001-03;70\n", Api.mapping("back", "2020"));
        Api.release("raum;a\n99001001-03;71\n", Api.mapping("back", "2020"));
        String known = "/values?indicator=back&recordedAt=" + wrong.getString("releasedAt");
        String before = Api.as("steward").get(known).asString();

        String id = wrong.getString("id");
        String back = withdrawal("steward", id)
                .statusCode(202)
                .body("state", is("VALIDATED"), "withdraws", is(id), "counts.updated", is(2))
                .extract()
                .path("id");
        withdrawal("steward2", id).statusCode(409).body("code", is("submission.withdrawal-waits"));
        Api.as("steward")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + back + "/approval")
                .then()
                .statusCode(403);
        Api.approve(back);

        Api.as("steward").get("/submissions/" + id).then().body("state", is("WITHDRAWN"), "followedBy", is(back));
        JsonPath values = Api.values("steward", "indicator=back");
        assertThat(values.getList("items.value")).containsExactly(50, null, 71);
        assertThat(values.getList("items.status")).containsExactly("normal", "missing", "normal");
        assertThat(values.getList("items.revision")).containsExactly(3, 2, 2);
        assertThat(Api.as("steward").get(known).asString()).isEqualTo(before);
        withdrawal("steward2", back).statusCode(202);
        withdrawal("supplier", id).statusCode(404);
    }

    @Test
    void whatWasCorrectedBeforeAWithdrawalIsApprovedStays() {
        Api.indicator("back-late", "count", "persons");
        Api.release("raum;a\n99001001-01;10\n99001001-02;11\n", Api.mapping("back-late", "2020"));
        String wrong = Api.release("raum;a\n99001001-01;20\n99001001-02;21\n", Api.mapping("back-late", "2020"))
                .getString("id");
        String back = withdrawal("steward", wrong).statusCode(202).extract().path("id");
        Api.release("raum;a\n99001001-01;25\n", Api.mapping("back-late", "2020"));

        JsonPath released = Api.approve(back);

        assertThat(released.getInt("counts.updated")).isEqualTo(1);
        assertThat(released.getInt("counts.unchanged")).isEqualTo(1);
        JsonPath values = Api.values("steward", "indicator=back-late");
        assertThat(values.getList("items.value")).containsExactly(25, 11);
        assertThat(values.getList("items.revision")).containsExactly(3, 3);
    }

    private static String corrected(String user, String file, String earlier) {
        String id = Api.deliver(user, file, Api.mapping("correct", "2020"), "?corrects=" + earlier)
                .statusCode(202)
                .extract()
                .path("id");
        Api.await(user, id, "VALIDATED");
        return id;
    }

    private static ValidatableResponse withdrawal(String user, String id) {
        return Api.as(user).post("/submissions/" + id + "/withdrawal").then();
    }

    private static ValidatableResponse answer(String user, String id, String body) {
        return Api.as(user)
                .contentType("application/json")
                .body(body)
                .post("/submissions/" + id + "/answers")
                .then();
    }
}
