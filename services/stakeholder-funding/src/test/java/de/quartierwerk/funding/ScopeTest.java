package de.quartierwerk.funding;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.Assertions;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** Who may read and write what: areas, organisations, publication; and the plain rules of {@code PUT}. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ScopeTest {

    private static final String LINE = "{\"name\":\"L\",\"years\":[]}";

    @Test
    void plannersWriteActorsOfTheirAreas() {
        String inside = stakeholder(Api.space("99001001"), false);
        String outside = stakeholder(Api.space("99001002"), false);

        put("municipal-planner", "stakeholders/" + Api.key("a"), inside).then().statusCode(201);
        put("municipal-planner", "stakeholders/" + Api.key("a"), outside).then().statusCode(403);
        put("planner-elsewhere", "stakeholders/" + Api.key("a"), inside)
                .then()
                .statusCode(403)
                .body("code", equalTo("area.forbidden"));
        put("municipal-planner", "stakeholders/" + Api.key("a"), "{\"name\":\"A\",\"kind\":\"k\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void anActorIsNotMovedIntoOnesOwnArea() {
        String key = Api.key("a");
        put("planner", "stakeholders/" + key, stakeholder(Api.space("99001002"), true))
                .then()
                .statusCode(201);

        change("municipal-planner", "stakeholders/" + key, "\"1\"", stakeholder(Api.space("99001001"), true))
                .then()
                .statusCode(403);
    }

    @Test
    void unpublishedActorsAreSeenWithinTheAreaOnly() {
        String key = Api.key("a");
        String space = Api.space("99001001");
        put("planner", "stakeholders/" + key, stakeholder(space, false)).then().statusCode(201);

        get("municipal-planner", "stakeholders/" + key).then().statusCode(200);
        for (String user : new String[] {null, "planner-elsewhere", "supplier", "steward", "clerk"}) {
            get(user, "stakeholders/" + key).then().statusCode(404);
            get(user, "stakeholders?space=" + space).then().body("items.size()", equalTo(0));
        }
        get("municipal-planner", "stakeholders?space=" + space).then().body("items.key", contains(key));
    }

    @Test
    void suppliersWriteTheirOwnOrganisationOnly() {
        Api.applicants();
        put("supplier", "stakeholders/verband-b", "{\"name\":\"B\",\"kind\":\"k\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("organisation.foreign"));
        String etag = get("supplier", "stakeholders/verband-a").header("ETag");
        change(
                        "supplier",
                        "stakeholders/verband-a",
                        etag,
                        "{\"name\":\"Verband A neu\",\"kind\":\"welfare-association\",\"published\":true}")
                .then()
                .statusCode(200)
                .header("ETag", not(etag))
                .body("name", equalTo("Verband A neu"));
    }

    @Test
    void offersBelongToTheirActorsAndSpaces() {
        Api.applicants();
        String inside = Api.space("99001001");
        String hidden = offer("verband-a", inside, false);
        String key = Api.key("o");

        put("supplier2", "offers/" + key, hidden).then().statusCode(403);
        put("planner-elsewhere", "offers/" + key, hidden).then().statusCode(403);
        put("supplier", "offers/" + key, hidden).then().statusCode(201);
        get("supplier", "offers/" + key).then().statusCode(200);
        get("municipal-planner", "offers/" + key).then().statusCode(200);
        get("planner-elsewhere", "offers/" + key).then().statusCode(404);
        get(null, "offers/" + key).then().statusCode(404);
        put("supplier", "offers/" + key, offer("verband-a", inside, true))
                .then()
                .statusCode(428);
        change("supplier", "offers/" + key, "\"1\"", offer("verband-a", inside, true))
                .then()
                .statusCode(200);
        get(null, "offers?space=" + inside + "&need=HF3").then().body("items.key", contains(key));
        put("planner", "offers/" + Api.key("o"), offer("nobody", inside, true))
                .then()
                .statusCode(422)
                .body("code", equalTo("stakeholder.unknown"));
    }

    @Test
    void changesOfActorsAndOffersAreToldToOthers() {
        Api.applicants();
        String key = Api.key("o");
        put("supplier", "offers/" + key, offer("verband-a", Api.space("99001001"), true))
                .then()
                .statusCode(201);

        Assertions.assertThat(TestEvents.received(Topics.STAKEHOLDER, EventTypes.OFFER_CHANGED))
                .filteredOn(event -> event.subject().equals(key))
                .singleElement()
                .satisfies(event -> {
                    Assertions.assertThat(event.key()).isEqualTo("verband-a");
                    Assertions.assertThat(event.version()).isEqualTo(1);
                });
        Assertions.assertThat(TestEvents.received(Topics.STAKEHOLDER, EventTypes.STAKEHOLDER_CHANGED))
                .anySatisfy(event -> Assertions.assertThat(event.subject()).isEqualTo("verband-b"));
    }

    @Test
    void applicationsAreSeenWithinTheAreaAndByTheirApplicant() {
        Api.applicants();
        String id = Api.draft(Api.programme("60000.00", "[]"), Api.space("99001001"), "50000.00");

        get("municipal-planner", "applications/" + id).then().statusCode(200);
        get("supplier", "applications/" + id).then().statusCode(200);
        for (String user : new String[] {null, "planner-elsewhere", "supplier2", "steward"}) {
            get(user, "applications/" + id).then().statusCode(404);
        }
        Api.step("supplier2", id, "submission", "{}").then().statusCode(403);
        get("planner-elsewhere", "applications").then().body("items.id", not(Matchers.hasItem(id)));
    }

    @Test
    void closedProgrammesAndTheirLinesAreTheAdministrationsOnly() {
        String line = Api.key("line");
        put("funding-officer", "budget-lines/" + line, LINE).then().statusCode(201);
        String code = Api.key("p");
        put("funding-officer", "programmes/" + code, programme(line, false))
                .then()
                .statusCode(201);

        get(null, "programmes/" + code).then().statusCode(404);
        get("supplier", "budget-lines/" + line).then().statusCode(404);
        get("planner", "programmes/" + code).then().statusCode(200);
        get("auditor", "budget-lines/" + line).then().statusCode(200);
        change("funding-officer", "programmes/" + code, "\"1\"", programme(line, true))
                .then()
                .statusCode(200)
                .body("openNow", equalTo(true));
        get(null, "programmes/" + code).then().statusCode(200);
        get(null, "budget-lines/" + line).then().statusCode(200);
        put("funding-officer", "programmes/" + Api.key("p"), programme("nothing", true))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/budgetLine"));
    }

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
    void bodiesOfOneMatterNeverOverlap() {
        get(null, "bodies/main-committee")
                .then()
                .statusCode(200)
                .body("competences[0].consult", contains("specialist-committee"));
        put("funding-officer", "bodies/" + Api.key("b"), """
                        {"name":"B","kind":"committee","competences":[{"matter":"grant",
                         "atLeast":{"amount":"6000.00","currency":"EUR"},"atMost":{"amount":"7000.00","currency":"EUR"}}]}""")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("competence.overlapping"))
                .body("errors[0].value", equalTo("main-committee"));
        put("funding-officer", "bodies/" + Api.key("b"), "{\"name\":\"Beirat\",\"kind\":\"committee\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void listsComeInPagesAndAsTables() {
        Api.applicants();
        String space = Api.space("99001001");
        for (int i = 0; i < 3; i++) {
            put("planner", "offers/" + Api.key("o"), offer("verband-a", space, true))
                    .then()
                    .statusCode(201);
        }

        String next = get(null, "offers?limit=2&space=" + space)
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .path("next");
        get(null, "offers?limit=2&space=" + space + "&cursor=" + next)
                .then()
                .body("items.size()", equalTo(1))
                .body("next", Matchers.nullValue());
        String table = Api.as(null)
                .accept("text/csv")
                .get("/v1/offers?space=" + space)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Assertions.assertThat(table.lines()).hasSize(4).first().asString().startsWith("key;stakeholder;name");
        for (String list :
                new String[] {"stakeholders", "bodies", "budget-lines", "programmes", "applications", "grants"}) {
            Api.as("planner").accept("text/csv").get("/v1/" + list).then().statusCode(200);
        }
        get("planner", "applications?cursor=WyJhIiwiYiJd").then().statusCode(400);
        get("planner", "applications?limit=0").then().statusCode(400);
        get("planner", "applications?state=NOTHING").then().statusCode(Matchers.oneOf(400, 404));
    }

    private static String stakeholder(String space, boolean published) {
        return "{\"name\":\"Netzwerk\",\"kind\":\"network\",\"spaces\":[\"" + space + "\"],\"published\":" + published
                + "}";
    }

    private static String offer(String stakeholder, String space, boolean published) {
        return "{\"stakeholder\":\"" + stakeholder + "\",\"name\":\"Treff\",\"spaces\":[\"" + space
                + "\"],\"needs\":[\"HF3\"],\"published\":" + published + "}";
    }

    private static String programme(String line, boolean open) {
        return "{\"name\":\"P\",\"budgetLine\":\"" + line + "\",\"open\":" + open + "}";
    }
}
