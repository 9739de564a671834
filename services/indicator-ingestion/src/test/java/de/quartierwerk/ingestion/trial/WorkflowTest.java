package de.quartierwerk.ingestion.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

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
class WorkflowTest {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    @Test
    void warningsAreAnsweredBeforeTheApprovalWhereTheMappingAsksForIt() {
        Api.indicator("answer", "count", "persons");
        String twice = "raum;a\n99001001-01;5\n99001001-01;5\n99001001-02;6\n99001001-02;6\n";
        JsonPath checked = Api.check("supplier", twice, mapping("answer", "2020", ",\"holdOnWarnings\":true"));
        String id = checked.getString("id");
        assertThat(checked.getInt("openWarnings")).isEqualTo(2);
        approval(id).statusCode(409).body("code", is("submission.held-by-warnings"));

        answer("supplier", id, "{\"numbers\":[0],\"reason\":\"doppelt geliefert\"}")
                .statusCode(200)
                .body("answered", is(1), "open", is(1));
        approval(id).statusCode(409);
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
        Api.release("raum;a\n99001001-01;5\n99001001-02;7\n", mapping("same", "2020", ""));
        String file =
                "raum;a\n99001001-01;5\n99001001-02;8\n99001001-03;9\n99001001-03;9\nnirgends;1\n99001002-01;zwei\n";

        String tried = Api.deliver("steward", file, mapping("same", "2020", ""), "?dryRun=true")
                .extract()
                .path("id");
        JsonPath dry = Api.await("steward", tried, "VALIDATED");
        JsonPath real = Api.check("steward", file, mapping("same", "2020", ""));

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
        assertThat(findings(tried)).isEqualTo(findings(real.getString("id")));
        assertThat(Api.approve(real.getString("id")).getMap("counts")).isEqualTo(dry.getMap("counts"));
        JsonPath again = Api.release(file, mapping("same", "2020", ""));
        assertThat(again.getInt("counts.unchanged")).isEqualTo(3);
        assertThat(again.getInt("counts.created") + again.getInt("counts.updated"))
                .isZero();
        assertThat(Api.values("steward", "indicator=same").getList("items.revision"))
                .containsExactly(1, 2, 1);
    }

    @Test
    void aCorrectionReplacesWhatWaitsAndFollowsWhatIsReleased() {
        Api.indicator("correct", "count", "persons");
        String first = Api.check("supplier", "raum;a\n99001001-01;50\n", mapping("correct", "2020", ""))
                .getString("id");
        Api.deliver("supplier2", "raum;a\n99001001-01;5\n", mapping("correct", "2020", ""), "?corrects=" + first)
                .statusCode(404);
        Api.deliver("steward", "raum;a\n99001001-01;5\n", mapping("correct", "2020", ""), "?corrects=" + first)
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
        Api.deliver("steward", "raum;a\n99001001-01;5\n", mapping("correct", "2020", ""), "?corrects=" + first)
                .statusCode(409)
                .body("code", is("submission.state"));
    }

    @Test
    void aReleasedSubmissionIsTakenBackByOneThatSomebodyElseApproves() {
        Api.indicator("back", "count", "persons");
        Api.release("raum;a\n99001001-01;50\n", mapping("back", "2020", ""));
        JsonPath wrong =
                Api.release("raum;a\n99001001-01;99\n99001001-02;60\n99001001-03;70\n", mapping("back", "2020", ""));
        Api.release("raum;a\n99001001-03;71\n", mapping("back", "2020", ""));
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
        Api.release("raum;a\n99001001-01;10\n99001001-02;11\n", mapping("back-late", "2020", ""));
        String wrong = Api.release("raum;a\n99001001-01;20\n99001001-02;21\n", mapping("back-late", "2020", ""))
                .getString("id");
        String back = withdrawal("steward", wrong).statusCode(202).extract().path("id");
        Api.release("raum;a\n99001001-01;25\n", mapping("back-late", "2020", ""));

        JsonPath released = Api.approve(back);

        assertThat(released.getInt("counts.updated")).isEqualTo(1);
        assertThat(released.getInt("counts.unchanged")).isEqualTo(1);
        JsonPath values = Api.values("steward", "indicator=back-late");
        assertThat(values.getList("items.value")).containsExactly(25, 11);
        assertThat(values.getList("items.revision")).containsExactly(3, 3);
    }

    @Test
    void closedPeriodsTakeNothingButByAnExceptionThatHasNotExpired() {
        Api.indicator("locked", "count", "persons");
        String waiting = Api.check("supplier", "raum;a\n99001001-01;5\n", mapping("locked", "2019", ""))
                .getString("id");
        lock("steward-elsewhere", "locked-2019", "{\"until\":\"2019-12-31\",\"reason\":\"x\"}")
                .statusCode(403);
        lock("steward", "locked-2019", "{\"until\":\"2019-12-31\",\"period\":\"2019\",\"reason\":\"x\"}")
                .statusCode(422)
                .body("errors[0].code", is("period-lock.period-or-until"));
        lock(
                        "steward",
                        "locked-2019",
                        "{\"until\":\"2019-12-31\",\"indicators\":[\"locked\"],\"area\":\"99001001\",\"reason\":\"Bericht\"}")
                .statusCode(201);

        approval(waiting).statusCode(409).body("code", is("submission.period-locked"));
        String file = "raum;a\n99001001-01;5\n99001002-01;6\n";
        JsonPath kept = Api.check("supplier", file, mapping("locked", "2019", ""));
        assertThat(kept.getInt("counts.created")).isEqualTo(1);
        assertThat(kept.getInt("counts.rejected")).isEqualTo(1);
        Api.as("supplier")
                .get("/submissions/" + kept.getString("id") + "/findings")
                .then()
                .body(
                        "items.findAll { it.severity == 'error' }.line",
                        is(List.of(2)),
                        "items.findAll { it.severity == 'error' }.column",
                        is(List.of("a")),
                        "items.findAll { it.severity == 'error' }.message",
                        is(List.of("Der Zeitraum 2019 ist durch die Sperre „locked-2019“ abgeschlossen.")));
        assertThat(Api.check("supplier", file, mapping("locked", "2020", "")).getInt("counts.created"))
                .isEqualTo(2);
        except("expired", "2020-01-01T00:00:00Z").statusCode(200).body("exceptions[0].active", is(false));
        assertThat(Api.check("supplier", file, mapping("locked", "2019", "")).getInt("counts.rejected"))
                .isEqualTo(1);
        except("late", "2999-01-01T00:00:00Z").statusCode(200).body("exceptions.active", is(List.of(false, true)));
        JsonPath excepted = Api.check("supplier", file, mapping("locked", "2019", ""));
        assertThat(excepted.getInt("counts.created")).isEqualTo(2);
        assertThat(Api.check("supplier2", file, mapping("locked", "2019", "")).getInt("counts.rejected"))
                .isEqualTo(1);
        Api.approve(excepted.getString("id"));
        Api.as("supplier").get("/period-locks").then().body("items.code", hasItem("locked-2019"));
        Api.as("steward").delete("/period-locks/locked-2019").then().statusCode(204);
        assertThat(Api.check("supplier2", file, mapping("locked", "2019", "")).getInt("counts.rejected"))
                .isZero();
    }

    @Test
    void aClosedYearIsClosedForItsDaysAndQuartersToo() {
        Api.indicator("locked-year", "count", "persons");
        lock("steward", "locked-year", "{\"period\":\"2018\",\"indicators\":[\"locked-year\"],\"reason\":\"Bericht\"}")
                .statusCode(201);

        JsonPath checked = Api.check(
                "supplier",
                """
                raum;zeit;a
                99001001-01;2018;1
                99001001-01;2018-11-30;2
                99001001-01;2018-Q2;3
                99001001-01;2018/19;4
                99001001-01;2017-12-31;5
                """,
                "{\"spaceColumn\":\"raum\",\"periodColumn\":\"zeit\",\"columns\":{\"a\":{\"indicator\":\"locked-year\"}}}");

        assertThat(findings(checked.getString("id")))
                .contains("2;a;period.locked", "3;a;period.locked", "4;a;period.locked")
                .doesNotContain("5;a;period.locked", "6;a;period.locked");
        assertThat(checked.getInt("counts.created")).isEqualTo(2);
    }

    @Test
    void whatIsDueIsReminded() {
        Api.indicator("due-a", "count", "persons");
        Api.indicator("due-b", "count", "persons");
        String body = "{\"organisation\":\"verband-a\",\"indicators\":[\"due-a\",\"due-b\"],\"level\":\"social-space\","
                + "\"area\":\"99001001\",\"period\":\"2018\",\"due\":\"2019-04-30\",\"remindDays\":10}";
        expectation("steward-elsewhere", body).statusCode(403);
        expectation("steward", body.replace("due-b", "due-c"))
                .statusCode(422)
                .body("errors[0].pointer", is("/indicators/1"));
        expectation("steward", body)
                .statusCode(201)
                .body("state", is("open"), "counts.expected", is(6), "counts.released", is(0));
        expectation("steward", body).statusCode(200).body("version", is(1));

        reminders("supplier", "2019-04-19").body("items.expectation", not(hasItem("due")));
        reminders("supplier", "2019-04-20")
                .body(
                        "items.find { it.expectation == 'due' }.daysLeft", is(10),
                        "items.find { it.expectation == 'due' }.missing", is(6),
                        "items.find { it.expectation == 'due' }.message",
                                is("Bis zum 2019-04-30 fehlen noch 6 Werte für 2018."));
        reminders("supplier2", "2019-05-03").body("items.expectation", not(hasItem("due")));
        reminders("steward-elsewhere", "2019-05-03").body("items.expectation", not(hasItem("due")));
        reminders("municipal-planner", "2019-05-03").body("items.find { it.expectation == 'due' }.daysLeft", is(-3));

        String both =
                "{\"spaceColumn\":\"raum\",\"period\":\"2018\",\"columns\":{\"a\":{\"indicator\":\"due-a\"},\"b\":{\"indicator\":\"due-b\"}}}";
        String id = Api.check("supplier", "raum;a;b\n99001001-01;5;5\n99001001-02;5;5\n99001001-03;5;x\n", both)
                .getString("id");
        state("supplier").body("items.find { it.code == 'due' }.state", is("delivered"));
        reminders("supplier", "2019-05-03").body("items.expectation", not(hasItem("due")));
        Api.approve(id);
        state("steward")
                .body(
                        "items.find { it.code == 'due' }.state",
                        is("released"),
                        "items.find { it.code == 'due' }.counts.released",
                        is(6));
        Api.as("steward").delete("/expectations/due").then().statusCode(204);
        state("steward").body("items.code", not(hasItem("due")));
    }

    @Test
    void theDeliveryStateIsAMatrix() {
        Api.indicator("state-a", "count", "persons");
        Api.indicator("state-b", "count", "persons");
        Api.release("raum;a\n99001001-01;5\n99001001-02;x\n99001002-01;7\n", mapping("state-a", "2018", ""));
        Api.check("supplier", "raum;a\n99001001-03;5\n99001001-01;6\n", mapping("state-a", "2018", ""));
        String query = "/delivery-state?level=social-space&indicator=state-a,state-b&period=2018";

        JsonPath all =
                Api.as("planner").get(query).then().statusCode(200).extract().jsonPath();
        assertThat(all.getMap("columns[0]"))
                .isEqualTo(Map.of(
                        "indicator",
                        "state-a",
                        "period",
                        "2018",
                        "released",
                        2,
                        "missing",
                        1,
                        "pending",
                        1,
                        "open",
                        2));
        assertThat(all.getInt("columns[1].open")).isEqualTo(6);
        Api.as("municipal-planner")
                .get(query + "&limit=2")
                .then()
                .body(
                        "items.space", is(List.of("99001001-01", "99001001-02")),
                        "items.cells", is(List.of(List.of("released", "open"), List.of("missing", "open"))),
                        "columns[0].open", is(0),
                        "next", not(nullValue()));
        assertThat(Api.as("steward")
                        .accept("text/csv")
                        .get(query + "&parent=99001001")
                        .asString())
                .isEqualToNormalizingNewlines("""
                        space;name;state-a 2018;state-b 2018
                        99001001-01;Raum 99001001-01;released;open
                        99001001-02;Raum 99001001-02;missing;open
                        99001001-03;Raum 99001001-03;pending;open
                        """);
        Api.as("steward-elsewhere")
                .get(query)
                .then()
                .statusCode(200)
                .body("items", is(List.of()), "columns[0].open", is(0));
        Api.as("planner")
                .get("/delivery-state?level=social-space&indicator=gone&period=2018")
                .then()
                .statusCode(400);
        Api.as("planner")
                .get("/delivery-state?level=gone&indicator=state-a&period=2018")
                .then()
                .statusCode(400);
        Api.as("planner")
                .get("/delivery-state?level=social-space")
                .then()
                .statusCode(400)
                .body("code", is("delivery.columns-missing"));
    }

    private static String mapping(String indicator, String period, String more) {
        return "{\"spaceColumn\":\"raum\",\"period\":\"" + period + "\",\"columns\":{\"a\":{\"indicator\":\""
                + indicator + "\"}}" + more + "}";
    }

    private static String corrected(String user, String file, String earlier) {
        String id = Api.deliver(user, file, mapping("correct", "2020", ""), "?corrects=" + earlier)
                .statusCode(202)
                .extract()
                .path("id");
        Api.await(user, id, "VALIDATED");
        return id;
    }

    private static ValidatableResponse approval(String id) {
        return Api.as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then();
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

    private static ValidatableResponse lock(String user, String code, String body) {
        return Api.as(user)
                .contentType("application/json")
                .body(body)
                .put("/period-locks/" + code)
                .then();
    }

    private static ValidatableResponse except(String code, String until) {
        return Api.as("steward")
                .contentType("application/json")
                .body("{\"organisation\":\"verband-a\",\"expiresAt\":\"" + until + "\",\"reason\":\"Nachlieferung\"}")
                .put("/period-locks/locked-2019/exceptions/" + code)
                .then();
    }

    private static ValidatableResponse expectation(String user, String body) {
        return Api.as(user)
                .contentType("application/json")
                .body(body)
                .put("/expectations/due")
                .then();
    }

    private static ValidatableResponse reminders(String user, String day) {
        return Api.as(user).get("/reminders?on=" + day).then().statusCode(200);
    }

    private static ValidatableResponse state(String user) {
        return Api.as(user).get("/expectations").then().statusCode(200);
    }

    private static String findings(String id) {
        return Api.as("steward")
                .accept("text/csv")
                .get("/submissions/" + id + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
