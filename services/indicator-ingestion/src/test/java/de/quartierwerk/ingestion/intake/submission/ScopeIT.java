package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees and does what, and where. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ScopeIT {
    private static final String MAPPING =
            "{\"spaceColumn\":\"raum\",\"period\":\"2013\",\"columns\":{\"a\":{\"indicator\":\"scope\"}}}";
    private static final String OWN = "raum;a\n99001001-01;5\n";
    private static final String OTHER = "raum;a\n99001002-01;5\n";

    @Inject
    Database sql;

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("scope", "count", "persons");
    }

    @Test
    void theCatalogueNeedsTheWholeInstallation() {
        Api.as("steward-elsewhere")
                .contentType("application/json")
                .body(Map.of("name", "x", "unit", "persons", "kind", "count"))
                .put("/indicators/scope")
                .then()
                .statusCode(403)
                .body("code", is("area.forbidden"));
        Api.as("steward-elsewhere")
                .contentType("application/json")
                .body(MAPPING)
                .put("/profiles/scope")
                .then()
                .statusCode(403)
                .body("code", is("area.forbidden"));
    }

    @Test
    void aSupplierSeesItsOwnOnly() {
        String id = Api.check("supplier", OWN, MAPPING).getString("id");

        Api.as("supplier").get("/submissions/" + id).then().statusCode(200).body("organisation", is("verband-a"));
        Api.as("supplier2").get("/submissions/" + id).then().statusCode(404).body("code", is("submission.unknown"));
        Api.as("supplier2").get("/submissions/" + id + "/findings").then().statusCode(404);
        Api.as("supplier2").get("/submissions/" + id + "/events").then().statusCode(404);
        Api.as("supplier2").post("/submissions/" + id + "/withdrawal").then().statusCode(404);
        assertThat(ids("supplier")).contains(id);
        assertThat(ids("supplier2")).doesNotContain(id);
        Api.as("supplier")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then()
                .statusCode(403);
    }

    @Test
    void aSubmitterCannotApprove() {
        String id = Api.check("steward", OWN, MAPPING).getString("id");

        approval("steward", id).statusCode(403).body("code", is("submission.own"));
        approval("steward2", id).statusCode(202).body("state", is("RELEASING"));
        Api.await("steward", id, "RELEASED");
        approval("steward2", id).statusCode(409).body("code", is("submission.state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "rejection", "withdrawal"})
    void aStewardOfAnotherDistrictSeesNothing(String action) {
        String id = Api.check("supplier", OWN, MAPPING).getString("id");

        Api.as("steward-elsewhere").get("/submissions/" + id).then().statusCode(404);
        Api.as("steward-elsewhere")
                .contentType("application/json")
                .body(action.equals("rejection") ? "{\"reason\":\"x\"}" : "{}")
                .post("/submissions/" + id + "/" + action)
                .then()
                .statusCode(404);
        assertThat(ids("steward-elsewhere")).doesNotContain(id);
        assertThat(ids("steward2")).contains(id);
    }

    @Test
    void aMunicipalPlannerActsInTheOwnAreaOnly() {
        JsonPath own = Api.check("municipal-planner", OWN, MAPPING);
        JsonPath other = Api.check("municipal-planner", OTHER, MAPPING);

        assertThat(own.getString("state")).isEqualTo("VALIDATED");
        assertThat(other.getString("state")).isEqualTo("REJECTED");
        Api.as("municipal-planner")
                .get("/submissions/" + other.getString("id") + "/findings")
                .then()
                .body("items.code", hasItem("space.out-of-area"), "items.line", hasItem(2));
        String foreign = Api.check("steward", OTHER, MAPPING).getString("id");
        String within = Api.check("steward", OWN, MAPPING).getString("id");
        assertThat(ids("municipal-planner")).contains(within).doesNotContain(foreign);
    }

    @Test
    void aStewardOfAnotherDistrictDeliversNothingForThisOne() {
        JsonPath checked = Api.check("steward-elsewhere", OWN, MAPPING);

        assertThat(checked.getString("state")).isEqualTo("REJECTED");
        assertThat(checked.getInt("counts.rejected")).isEqualTo(1);
    }

    @Test
    void anEmptyCellBelongsToItsAreaToo() {
        tellOfAnotherDistrict();
        Api.release(OWN, MAPPING);

        String id = Api.check("supplier", "raum;a\n99002-s1;7\n99001001-01;\n99001001-02;\n", MAPPING)
                .getString("id");

        approval("steward-elsewhere", id).statusCode(404);
        assertThat(ids("steward-elsewhere")).doesNotContain(id);
        assertThat(ids("steward2")).contains(id);
    }

    @Test
    void aKeyThatWasGivenAnewBelongsToTheAreaOfItsTime() {
        tellOfAnotherDistrict();
        String file = "raum;a\n99002-s2;5\n";
        String before = MAPPING.replace("2013", "2010");

        JsonPath own = Api.check("steward-elsewhere", file, MAPPING);
        JsonPath foreign = Api.check("steward-elsewhere", file, before);
        String ownOfOthers = Api.check("supplier", file, MAPPING).getString("id");
        String foreignOfOthers = Api.check("supplier", file, before).getString("id");

        assertThat(own.getString("state")).isEqualTo("VALIDATED");
        assertThat(foreign.getString("state")).isEqualTo("REJECTED");
        Api.as("steward-elsewhere")
                .get("/submissions/" + foreign.getString("id") + "/findings")
                .then()
                .body("items.code", hasItem("space.out-of-area"), "items.line", hasItem(2));
        assertThat(ids("steward-elsewhere")).contains(ownOfOthers).doesNotContain(foreignOfOthers);
    }

    /** District 99002 with a space of its own and one whose key was a space of district 99001 until 2012. */
    private static void tellOfAnotherDistrict() {
        Region.level("scope-block", 50);
        Region.tell(List.of(
                Region.space("99002", "Nachbarkreis", "scope-block", null, List.of("99002")),
                Region.space("99002-s1", "Block 1", "scope-block", "99002", List.of("99002", "99002-s1")),
                block("99001", LocalDate.of(2006, 1, 1), LocalDate.of(2012, 12, 31)),
                block("99002", LocalDate.of(2013, 1, 1), null)));
    }

    private static SocialSpace block(String parent, LocalDate from, LocalDate to) {
        return new SocialSpace(
                "99002-s2",
                "Block 2",
                "scope-block",
                parent,
                List.of(parent, "99002-s2"),
                from,
                to,
                null,
                null,
                Map.of(),
                1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "rejection"})
    void toSeeASubmissionIsNotToDecideAboutIt(String action) {
        String id = Api.check("supplier", OWN, MAPPING).getString("id");
        sql.update("update submission set submitter = 'steward-elsewhere' where id = ?::uuid", id);

        Api.as("steward-elsewhere").get("/submissions/" + id).then().statusCode(200);
        Api.as("steward-elsewhere")
                .contentType("application/json")
                .body(action.equals("rejection") ? "{\"reason\":\"x\"}" : "{}")
                .post("/submissions/" + id + "/" + action)
                .then()
                .statusCode(403)
                .body("code", is("area.forbidden"));
    }

    @Test
    void rejectionsAndWithdrawalsAreFinal() {
        String refused = Api.check("supplier", OWN, MAPPING).getString("id");
        String taken = Api.check("supplier", OWN, MAPPING).getString("id");

        Api.as("steward")
                .contentType("application/json")
                .body("{\"reason\":\"Falsches Jahr\"}")
                .post("/submissions/" + refused + "/rejection")
                .then()
                .statusCode(200)
                .body("state", is("REJECTED"), "reason", is("Falsches Jahr"), "decidedBy", is("steward"));
        Api.as("steward").post("/submissions/" + taken + "/withdrawal").then().statusCode(403);
        Api.as("supplier")
                .post("/submissions/" + taken + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", is("WITHDRAWN"));
        approval("steward2", refused).statusCode(409);
        approval("steward2", taken).statusCode(409);
    }

    @Test
    void theAuditTrailTellsWhoDidWhat() {
        String id =
                Api.check("supplier", "raum;a\n99001001-01;98765432\n", MAPPING).getString("id");
        Api.approve(id);

        Api.as("auditor")
                .get("/audit?subject=submissions/" + id)
                .then()
                .statusCode(200)
                .body(
                        "items.action", is(List.of("submission-approved", "submission-received")),
                        "items.actor", is(List.of("steward2", "supplier")));
        assertThat(Api.as("auditor").get("/audit?limit=1000").asString()).doesNotContain("98765432");
    }

    @Test
    void progressCanBeFollowed() {
        String id = Api.check("supplier", "raum;a\nnirgends;1\n", MAPPING).getString("id");

        String events = Api.as("supplier")
                .accept("text/event-stream")
                .get("/submissions/" + id + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events).startsWith("data:{").contains("\"state\":\"REJECTED\"");
    }

    @Test
    void listsCanBeFiltered() {
        String id = Api.check("supplier", OWN, MAPPING).getString("id");

        Api.as("supplier").get("/submissions?state=VALIDATED").then().body("items.id", hasItem(id));
        Api.as("supplier").get("/submissions?state=RELEASED").then().body("items.id", not(hasItem(id)));
        Api.as("supplier").get("/submissions?state=GONE").then().statusCode(400);
    }

    private static ValidatableResponse approval(String user, String id) {
        return Api.as(user)
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then();
    }

    private static List<String> ids(String user) {
        return Api.as(user)
                .get("/submissions?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
