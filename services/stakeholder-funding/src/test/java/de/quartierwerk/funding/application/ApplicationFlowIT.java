package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.consultation;
import static de.quartierwerk.funding.Api.content;
import static de.quartierwerk.funding.Api.draft;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.grant;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Runs;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of an application on the real servers. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ApplicationFlowIT {

    private static final String NEED = """
            [{"code":"need","title":"Handlungsbedarf","kind":"published-need","scheme":"%s","needs":["HF3"]}]""";

    @BeforeEach
    void applicants() {
        Api.applicants();
    }

    @Test
    void goesFromTheDraftToTheRecovery() {
        String space = Api.space("99001001");
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, space, "HF3");
        String programme = Api.programme("60000.00", NEED.formatted(scheme));
        String id = draft(programme, space, "50000.00");

        JsonPath submitted = stepped("supplier", id, "submission", "{}");
        assertThat(submitted.getString("state")).isEqualTo("SUBMITTED");
        JsonPath assessed = stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
        assertThat(assessed.getString("competentBody.code")).isEqualTo("main-committee");
        assertThat(assessed.getBoolean("competentBody.consult[0].done")).isFalse();
        assertThat(assessed.getBoolean("criteria[0].met")).isTrue();
        assertThat(assessed.getString("criteria[0].evidence[0].title")).isEqualTo("Kinder und Familien");
        JsonPath consulted = stepped("clerk", id, "consultations", consultation());
        assertThat(consulted.getString("state")).isEqualTo("CONSULTED");
        assertThat(consulted.<String>getList("allowedActions"))
                .containsExactly("consultations", "decision", "correction", "remark");
        JsonPath decided = stepped("clerk", id, "decision", grant());
        assertThat(decided.getString("granted.amount")).isEqualTo("50000.00");
        stepped(
                "funding-officer",
                id,
                "agreement",
                "{\"kind\":\"agreement\",\"number\":\"ZV-1\",\"signedOn\":\"" + Api.today() + "\"}");
        JsonPath certified = stepped("funding-officer", id, "payments", payment("40000.00"));
        String payment = certified.getString("payments[0].id");
        step("funding-officer", id, "payments/" + payment + "/order", "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
        JsonPath paid = stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        assertThat(paid.getString("paid.amount")).isEqualTo("40000.00");
        post("funding-officer", "payment-orders/" + payment + "/confirmation", """
                        {"paidOn":"2024-01-01","reference":"K 1"}""")
                .then()
                .statusCode(200);
        stepped("supplier", id, "proof-of-use", proof());
        stepped(
                "funding-officer2",
                id,
                "review",
                "{\"eligible\":{\"amount\":\"35000.00\",\"currency\":\"EUR\"},\"note\":\"Minderausgaben\"}");
        JsonPath recovered = stepped("funding-officer", id, "recovery", recovery());

        assertThat(recovered.getString("state")).isEqualTo("RECOVERED");
        assertThat(recovered.getString("recovery.interest.amount")).isEqualTo("60.00");
        decisionAndPaymentAreToldToOthers(id, space);
    }

    private static void decisionAndPaymentAreToldToOthers(String id, String space) {
        TestEvents.Sent decision = only(EventTypes.GRANT_DECIDED, id);
        assertThat(decision.data().get("result").asText()).isEqualTo("granted");
        assertThat(decision.data().at("/amount/amount").asText()).isEqualTo("50000.00");
        assertThat(decision.data().get("spaces").get(0).asText()).isEqualTo(space);
        assertThat(only(EventTypes.GRANT_PAID, id)
                        .data()
                        .at("/paidInTotal/amount")
                        .asText())
                .isEqualTo("40000.00");
    }

    @Test
    void eventsNameNoPerson() {
        String person = Api.key("person");
        Api.put("planner", "stakeholders/" + person, "{\"name\":\"Erika Mustermann\",\"kind\":\"person\"}")
                .then()
                .statusCode(201);
        String body = content(Api.programme("60000.00", "[]"), Api.space("99001001"), "4000.00")
                .replace("Beratung von Familien", "Erika Mustermann berät Familien")
                .replace(
                        "{\"programme\"",
                        "{\"applicant\":\"" + person
                                + "\",\"onBehalf\":{\"receivedOn\":\"2024-01-02\",\"reason\":\"Brief\"},\"programme\"");
        String id = post("funding-officer", "applications", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("funding-officer", id, "submission", "{}");
        stepped("funding-officer2", id, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("clerk", id, "decision", grant().replace("main-committee", "administration"));

        assertThat(only(EventTypes.GRANT_DECIDED, id).data().toString())
                .doesNotContain("Mustermann")
                .contains("\"applicantName\":\"Person\"");
        TestEvents.Sent told = TestEvents.received(Topics.STAKEHOLDER, EventTypes.STAKEHOLDER_CHANGED).stream()
                .filter(event -> event.key().equals(person))
                .findFirst()
                .orElseThrow();
        assertThat(told.data().get("name").asText()).isEqualTo("Person");
    }

    private static TestEvents.Sent only(String type, String key) {
        List<TestEvents.Sent> sent = TestEvents.received(Topics.FUNDING, type).stream()
                .filter(event -> event.key().equals(key))
                .toList();
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    @Test
    void aRunCountsOnlyWhenAllItsBatchesAreThere() {
        String space = Api.space("99001001");
        String scheme = Api.key("scheme");
        UUID run = Runs.publish(scheme, 0, 2, space, "HF3");
        String programme = Api.programme("60000.00", NEED.formatted(scheme));
        String id = draft(programme, space, "50000.00");
        get("supplier", "applications/" + id)
                .then()
                .body("criteria[0].met", equalTo(false))
                .body("criteria[0].lacking", contains(space));

        Runs.send(run, scheme, 1, 2, Api.key("other"), "HF1");
        stepped("supplier", id, "submission", "{}");

        JsonPath assessed = stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
        assertThat(assessed.getBoolean("criteria[0].met")).isTrue();
    }

    @Test
    void aStatedNeedCountsLikeAFoundOne() {
        String space = Api.space("99001001");
        String scheme = Api.key("scheme");
        UUID run = Runs.publish(scheme, 0, 1, space, "HF1");
        TestEvents.send(
                Topics.CLASSIFICATION,
                scheme,
                EventTypes.NEED_ADDED,
                space,
                2,
                new NeedAdded(run, scheme, "2023", space, "HF3", "Hinweise der Schulen", Instant.now(), "municipal"));
        String programme = Api.programme("60000.00", NEED.formatted(scheme));

        post("supplier", "applications", content(programme, space, "50000.00"))
                .then()
                .statusCode(201)
                .body("criteria[0].met", equalTo(true))
                .body("criteria[0].evidence[0].origin", equalTo("municipal"));
    }

    @Test
    void aGrantAgainstTheCriteriaNeedsAReason() {
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, Api.space("99001001"), "HF3");
        String programme = Api.programme("60000.00", NEED.formatted(scheme));
        String id = Api.consulted(programme, Api.space("99001001"), "50000.00");

        step("clerk", id, "decision", grant())
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.criteria-unmet"))
                .body("detail", containsString("Handlungsbedarf"));
        step("clerk", id, "decision", grant().replace("\"legalBasis\"", "\"deviation\":\"Modell\",\"legalBasis\""))
                .then()
                .statusCode(200)
                .body("decision.deviation", equalTo("Modell"));
    }

    @Test
    void aNeedThatGoesAfterTheAssessmentIsShownAndMustBeKnown() {
        String space = Api.space("99001001");
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, space, "HF3");
        String id = Api.consulted(Api.programme("60000.00", NEED.formatted(scheme)), space, "50000.00");
        Runs.publish(scheme, 0, 1, space, "HF1");

        step("clerk", id, "decision", grant()).then().statusCode(409).body("code", equalTo("decision.need-vanished"));
        get("clerk", "applications/" + id)
                .then()
                .body("criteria[0].met", equalTo(true))
                .body("criteriaNow[0].met", equalTo(false))
                .body("criteriaNow[0].changed", equalTo(true));
        String known =
                grant().replace("\"legalBasis\"", "\"needsChanged\":true,\"deviation\":\"Modell\",\"legalBasis\"");
        JsonPath decided = stepped("clerk", id, "decision", known);
        assertThat(decided.getString("decision.deviation")).isEqualTo("Modell");
        assertThat(decided.getBoolean("decision.needsChanged")).isTrue();
    }

    @Test
    void noBodyIsSkippedAndNoOtherBodyDecides() {
        String programme = Api.programme("600000.00", "[]");
        String id = draft(programme, Api.space("99001001"), "50000.00");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        step("clerk", id, "decision", grant())
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-consulted"))
                .body("detail", containsString(nameOf("specialist-committee")))
                .body("allowedActions", hasItem("consultations"))
                .body("next.find { it.action == 'consultations' }.role", equalTo("clerk"));
        stepped("clerk", id, "consultations", consultation());
        step("clerk", id, "decision", grant().replace("main-committee", "administration"))
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-competent"))
                .body("detail", containsString(nameOf("administration")))
                .body("detail", containsString(nameOf("main-committee")));
        get("clerk", "applications/" + id).then().body("state", equalTo("CONSULTED"));
    }

    private static String nameOf(String body) {
        return get("clerk", "bodies/" + body).path("name");
    }

    @Test
    void theAdministrationDecidesSmallAmountsByItself() {
        String programme = Api.programme("60000.00", "[]");
        String id = draft(programme, Api.space("99001001"), "4999.99");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");

        step("clerk", id, "decision", """
                        {"body":"administration","decidedOn":"%s","result":"granted","paperNumber":"A 50/7"}""".formatted(Api.today()))
                .then()
                .statusCode(200)
                .body("state", equalTo("DECIDED"));
    }

    @Test
    void refusalsSpeakAsAClerkDoes() {
        String id = Api.consulted(Api.programme("80000.00", "[]"), Api.space("99001001"), "50000.00");

        german(id, "payments", payment("100.00"))
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("Der Antrag ist im Stand „beraten“; der Schritt „Auszahlung“ ist jetzt nicht möglich."))
                .body("allowedActions", contains("remark"))
                .body("next.find { it.action == 'decision' }.role", equalTo("clerk"));
        german(id, "payments", payment("1.234"))
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("höchstens zwei Nachkommastellen"));
    }

    @Test
    void theWayIsReadAsData() {
        as(null).header("Accept-Language", "de")
                .get("/v1/workflow")
                .then()
                .statusCode(200)
                .body("states.size()", equalTo(State.values().length))
                .body("steps.size()", equalTo(Workflow.TABLE.size()))
                .body(
                        "steps.find { it.state == 'SUBMITTED' && it.action == 'assessment' }.roles",
                        contains("funding-officer"))
                .body(
                        "steps.find { it.state == 'SUBMITTED' && it.action == 'assessment' }.next",
                        contains("ASSESSED", "SUBMITTED"))
                .body("steps.find { it.state == 'DRAFT' && it.action == 'submission' }.guard", not(emptyString()));
    }

    private static Response german(String id, String step, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("funding-officer"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "de")
                .header("If-Match", "*")
                .body(body)
                .post("/v1/applications/" + id + "/" + step);
    }

    @Test
    void moneyThatIsNotAuthorisedIsNotGranted() {
        String programme = Api.programme("49999.99", "[]");
        String id = Api.consulted(programme, Api.space("99001001"), "50000.00");

        step("clerk", id, "decision", grant())
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.exceeded"))
                .body("detail", containsString("49,999.99 EUR"));
        get("clerk", "applications/" + id)
                .then()
                .body("state", equalTo("CONSULTED"))
                .body("decision", nullValue());
        stepped("clerk", id, "decision", grant().replace("\"legalBasis\"", "\"subjectToBudget\":true,\"legalBasis\""));
        step(
                        "funding-officer",
                        id,
                        "agreement",
                        "{\"kind\":\"notice\",\"number\":\"B-1\",\"signedOn\":\"" + Api.today() + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.exceeded"));
    }

    @Test
    void anAdministratorDecidesNothingOfItsOwn() {
        String programme = Api.programme("60000.00", "[]");
        String body = content(programme, Api.space("99001001"), "50000.00")
                .replace("{\"programme\"", "{\"applicant\":\"verband-b\",\"programme\"");
        String id = post("admin", "applications", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("admin", id, "submission", "{}");

        step("admin", id, "assessment", "{\"recommendation\":\"grant\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
    }

    @Test
    void everybodySeesADecidedGrantButNotItsCosts() {
        String programme = Api.programme("60000.00", "[]");
        String id = Api.consulted(programme, Api.space("99001001"), "50000.00");
        get(null, "applications/" + id).then().statusCode(404);
        get("supplier2", "applications/" + id).then().statusCode(404);

        stepped("clerk", id, "decision", grant());

        get(null, "applications/" + id)
                .then()
                .statusCode(200)
                .body("granted.amount", equalTo("50000.00"))
                .body("decision.body", equalTo("main-committee"))
                .body("decision.by", nullValue())
                .body("assessment", nullValue())
                .body("createdBy", nullValue())
                .body("allowedActions.size()", equalTo(0));
        get(null, "applications?programme=" + programme).then().body("items.id", contains(id));
        get("supplier2", "applications?programme=" + programme).then().body("items.size()", equalTo(0));
        get("supplier2", "grants?programme=" + programme).then().body("items.id", contains(id));
    }

    @Test
    void everyChangeNeedsTheVersionThatWasRead() {
        String programme = Api.programme("60000.00", "[]");
        String space = Api.space("99001001");
        Response created = post("supplier", "applications", content(programme, space, "50000.00"));
        String id = created.path("id");

        created.then().header("ETag", "\"1\"").header("Location", containsString("/funding/v1/applications/" + id));
        post("supplier", "applications/" + id + "/submission", "{}").then().statusCode(428);
        Api.change("supplier", "applications/" + id, "\"1\"", content(programme, space, "40000.00"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as("supplier")
                .header("If-Match", "\"1\"")
                .post("/v1/applications/" + id + "/submission")
                .then()
                .statusCode(412);
        Api.put("supplier", "applications/" + id, content(programme, space, "40000"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
    }

    @Test
    void aRepeatedRequestGivesTheFirstAnswer() {
        String body = content(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");
        String key = UUID.randomUUID().toString();

        Response first = as("supplier")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/applications");
        Response second = as("supplier")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/applications");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        as("supplier")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.replace("50000", "40000"))
                .post("/v1/applications")
                .then()
                .statusCode(422);
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        String programme = Api.programme("60000.00", "[]");
        post("supplier", "applications", content(programme, "nowhere", "50000.00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("space.unknown"))
                .body("errors[0].pointer", equalTo("/spaces/0"))
                .body("errors[0].value", equalTo("nowhere"));
        post("supplier", "applications", content(programme, "nowhere", "50.000,00"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/amounts/0/amount/amount"));
        post("supplier", "applications", "{\"programme\":\"x\",\"title\":\"T\",\"colour\":1}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("json.unknown-field"));
        post("supplier", "applications", "{\"programme\":\"nothing\",\"title\":\"T\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("programme.unknown"));
        post(
                        "supplier",
                        "applications",
                        content(programme, "nowhere", "1").replace("{\"pro", "{\"applicant\":\"verband-b\",\"pro"))
                .then()
                .statusCode(422);
        String incomplete = post("supplier", "applications", "{\"programme\":\"" + programme + "\",\"title\":\"T\"}")
                .path("id");
        step("supplier", incomplete, "submission", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/purpose", "/spaces", "/amounts", "/period"))
                .body("errors[0].message", containsString("purpose"));
    }

    @Test
    void theWayIsInTheAuditTrail() {
        String id = draft(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");
        stepped("supplier", id, "submission", "{}");

        get("auditor", "audit?subject=applications/" + id)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("application-submission"))
                .body("items.actor", hasItem("supplier"));
    }

    private static String payment(String amount) {
        return "{\"year\":2030,\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}}";
    }

    private static String proof() {
        return """
               {"report":"Die Stelle war besetzt.",
                "costs":[{"item":"Personal","amount":{"amount":"35000.00","currency":"EUR"}}],
                "effects":[{"outcome":"Mehr Familien","value":"76"}]}""";
    }

    private static String recovery() {
        return """
               {"amount":{"amount":"5000.00","currency":"EUR"},
                "interest":{"from":"1990-01-01","to":"2024-03-14","percent":6},
                "heardOn":"2024-03-01","decidedOn":"2024-03-20","reason":"Minderausgaben","legalBasis":"§ 49a VwVfG"}""";
    }
}
