package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.content;
import static de.quartierwerk.funding.Api.draft;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.grant;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in real life, on the real servers. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DetoursIT {

    private String space;
    private String programme;

    @BeforeEach
    void prepare() {
        Api.applicants();
        space = Api.space("99001001");
        programme = Api.programme("60000.00", "[]");
    }

    @Test
    void anIncompleteApplicationGoesBackAndComesAgain() {
        String id = draft(programme, space, "50000.00");
        stepped("supplier", id, "submission", "{}");

        JsonPath returned = stepped("funding-officer", id, "return", """
                {"items":[{"pointer":"/amounts","reason":"Bitte den Betrag prüfen"}],"deadline":"%s"}""".formatted(today().plusDays(14)));
        assertThat(returned.getString("state")).isEqualTo("RETURNED");
        String etag = get("supplier", "applications/" + id).header("ETag");
        Api.change("supplier", "applications/" + id, etag, content(programme, space, "45000.00"))
                .then()
                .statusCode(200)
                .body("allowedActions", contains("edit", "submission", "withdrawal"));
        JsonPath again = stepped("supplier", id, "submission", "{}");

        assertThat(again.getString("state")).isEqualTo("SUBMITTED");
        assertThat(again.getString("submission.changes[0].pointer")).isEqualTo("/amounts/0/amount/amount");
        assertThat(again.getString("earlierSubmissions[0].content.amounts[0].amount.amount"))
                .isEqualTo("50000.00");
        assertThat(again.getString("returns[0].items[0].reason")).isEqualTo("Bitte den Betrag prüfen");
    }

    @Test
    void aDraftIsDeletedAndNothingElse() {
        String id = draft(programme, space, "50000.00");
        String other = draft(programme, space, "50000.00");
        stepped("supplier", other, "submission", "{}");

        as("supplier").delete("/v1/applications/" + id).then().statusCode(428);
        as("supplier")
                .header("If-Match", "\"1\"")
                .delete("/v1/applications/" + id)
                .then()
                .statusCode(204);
        get("supplier", "applications/" + id).then().statusCode(404);
        as("supplier")
                .header("If-Match", "*")
                .delete("/v1/applications/" + other)
                .then()
                .statusCode(409)
                .body("code", equalTo("application.state"));
    }

    @Test
    void moneyOfAWithdrawnGrantIsFreeAgain() {
        String id = Api.consulted(programme, space, "50000.00");
        stepped("clerk", id, "decision", grant());
        String second = Api.consulted(programme, space, "50000.00");
        step("clerk", second, "decision", grant()).then().statusCode(409).body("code", equalTo("budget.exceeded"));

        JsonPath withdrawn = stepped("supplier", id, "withdrawal", "{\"reason\":\"Entfällt\"}");

        assertThat(withdrawn.getString("granted.amount")).isEqualTo("0.00");
        stepped("clerk", second, "decision", grant());
        get(null, "grants?programme=" + programme)
                .then()
                .body("items.find { it.id == '" + id + "' }.state", equalTo("WITHDRAWN"))
                .body("items.find { it.id == '" + id + "' }.granted.amount", equalTo("0.00"));
    }

    @Test
    void whatTheRecipientDoesWithoutIsFreeAgain() {
        String id = Api.agreed(programme, space, "50000.00");
        String second = Api.consulted(programme, space, "15000.00");

        stepped("supplier", id, "waiver", """
                {"amounts":[{"year":2030,"amount":{"amount":"5000.00","currency":"EUR"}}],"reason":"günstiger"}""");
        step("supplier", id, "waiver", """
                        {"amounts":[{"year":2030,"amount":{"amount":"45000.01","currency":"EUR"}}],"reason":"x"}""").then().statusCode(409).body("code", equalTo("waiver.above-rest"));

        stepped("clerk", second, "decision", grant());
        JsonPath rest = stepped("supplier", id, "waiver", "{\"reason\":\"entfällt\"}");
        assertThat(rest.getString("granted.amount")).isEqualTo("0.00");
        assertThat(stepped("funding-officer", id, "closure", "{}").getString("state"))
                .isEqualTo("CLOSED");
    }

    @Test
    void aRevokedGrantFreesWhatWasNotPaid() {
        String id = Api.agreed(programme, space, "50000.00");

        JsonPath revoked = stepped("funding-officer", id, "revocation", """
                {"decidedOn":"%s","reason":"Zweckverfehlung","legalBasis":"§ 49 Abs. 3 VwVfG"}""".formatted(today()));

        assertThat(revoked.getString("state")).isEqualTo("REVOKED");
        assertThat(revoked.getString("revocation.recoverable.amount")).isEqualTo("0.00");
        String second = Api.consulted(programme, space, "60000.00");
        stepped("clerk", second, "decision", grant());
    }

    @Test
    void aTypingErrorIsPutRightByTwoPeople() {
        String id = Api.consulted(programme, space, "50000.00");
        stepped("clerk", id, "decision", grant());
        stepped("clerk", id, "correction", """
                {"record":"decision","paperNumber":"2024/0132","reason":"Zahlendreher"}""");

        step("clerk", id, "correction/1/confirmation", "{}").then().statusCode(403);
        JsonPath corrected = stepped("funding-officer", id, "correction/1/confirmation", "{}");

        assertThat(corrected.getString("decision.paperNumber")).isEqualTo("2024/0132");
        assertThat(corrected.getString("corrections[0].oldDecision.paperNumber"))
                .isEqualTo("2024/0123");
        assertThat(corrected.getString("corrections[0].confirmedBy")).isEqualTo("funding-officer");
    }

    @Test
    void anApplicationOnPaperIsRecordedByTheOfficeWhichThenIsTheApplicant() {
        String body = content(programme, space, "4000.00")
                .replace(
                        "{\"programme\"",
                        "{\"applicant\":\"verband-b\",\"onBehalf\":{\"receivedOn\":\"2019-11-29\",\"reason\":\"Brief\"},"
                                + "\"programme\"");
        post("supplier", "applications", body).then().statusCode(403).body("code", equalTo("on-behalf.own"));
        String id = post("funding-officer", "applications", body)
                .then()
                .statusCode(201)
                .body("allowedActions", contains("edit", "submission", "deletion"))
                .extract()
                .path("id");
        JsonPath submitted = stepped("funding-officer", id, "submission", "{}");
        assertThat(submitted.getString("submission.receivedOn")).isEqualTo("2019-11-29");

        step("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
        stepped("funding-officer2", id, "assessment", "{\"recommendation\":\"refuse\",\"assessedOn\":\"2021-05-25\"}");
        String decision = """
                {"body":"administration","decidedOn":"%s","result":"refused","paperNumber":"A 50/7"}""";
        step("clerk", id, "decision", decision.formatted("2021-05-24"))
                .then()
                .statusCode(422)
                .body("code", equalTo("date.before"));
        step("clerk", id, "decision", decision.formatted("2021-06-17"))
                .then()
                .statusCode(422)
                .body("code", equalTo("decision.late"))
                .body("errors[0].pointer", equalTo("/lateReason"));
        stepped(
                "clerk",
                id,
                "decision",
                decision.formatted("2021-06-17").replace("\"body\"", "\"lateReason\":\"Altfall\",\"body\""));

        get("clerk", "irregularities").then().statusCode(403);
        get("auditor", "irregularities?limit=1000")
                .then()
                .body("items.subject", hasItem("applications/" + id))
                .body("items.findAll { it.subject == 'applications/" + id + "' }.reason", contains("Altfall"));
        get("auditor", "irregularities?limit=1").then().body("items", hasSize(1));
    }

    @Test
    void anApplicationForOthersNeedsThePaper() {
        String body = content(programme, space, "4000.00")
                .replace("{\"programme\"", "{\"applicant\":\"verband-b\",\"programme\"");

        post("funding-officer", "applications", body)
                .then()
                .statusCode(403)
                .body("code", equalTo("organisation.foreign"));
    }

    @Test
    void adviceBeforeTheReceiptIsRefused() {
        String id = draft(programme, space, "50000.00");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        step("clerk", id, "consultations", Api.consultation().replace(today().toString(), "1990-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("date.before"))
                .body("errors[0].pointer", equalTo("/heldOn"));
    }

    @Test
    void aRemarkIsTheAdministrationsUnlessItSaysOtherwise() {
        String id = draft(programme, space, "50000.00");
        stepped("supplier", id, "submission", "{}");
        stepped("clerk", id, "remark", "{\"text\":\"intern\"}");

        get("supplier", "applications/" + id).then().body("remarks", nullValue());
        stepped("funding-officer", id, "remark", "{\"text\":\"offen\",\"visible\":true}");
        get("supplier", "applications/" + id).then().body("remarks.text", contains("offen"));
        get("clerk", "applications/" + id).then().body("remarks.text", contains("intern", "offen"));
    }
}
