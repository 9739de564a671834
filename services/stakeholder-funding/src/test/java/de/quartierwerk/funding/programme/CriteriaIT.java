package de.quartierwerk.funding.programme;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Runs;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Criteria name what is there: schemes, fields of action, target groups and spaces. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CriteriaIT {

    private static final String NEED =
            "{\"code\":\"need\",\"title\":\"N\",\"kind\":\"published-need\",\"scheme\":\"%s\",\"needs\":[\"%s\"]%s}";
    private static final String GROUP =
            "{\"code\":\"group\",\"title\":\"G\",\"kind\":\"target-group\",\"targetGroups\":[\"%s\"]}";
    private static final String SPACES =
            "{\"code\":\"spaces\",\"title\":\"S\",\"kind\":\"spaces\",\"spaces\":[\"%s\"]}";

    private String line;
    private String space;

    @BeforeEach
    void prepare() {
        Api.applicants();
        line = Api.key("line");
        put(
                        "funding-officer",
                        "budget-lines/" + line,
                        "{\"name\":\"L\",\"years\":[{\"year\":2030,\"planned\":{\"amount\":\"9000.00\",\"currency\":\"EUR\"}}]}")
                .then()
                .statusCode(201);
        space = Api.space("99001001");
    }

    @Test
    void whatIsNotThereIsRefusedByItsName() {
        String code = Api.key("p");

        put(
                        "funding-officer",
                        "programmes/" + code,
                        programme(NEED.formatted("no-scheme", "no-need", "") + "," + GROUP.formatted("Niemand")))
                .then()
                .statusCode(422)
                .body("code", equalTo("programme.invalid"))
                .body(
                        "errors.pointer",
                        contains("/criteria/0/scheme", "/criteria/0/needs/0", "/criteria/1/targetGroups/0"))
                .body("errors.code", contains("scheme.unknown", "need.unknown", "target-group.unknown"))
                .body("errors.value", contains("no-scheme", "no-need", "Niemand"));
        put("funding-officer", "programmes/" + code, programme(SPACES.formatted("nowhere")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/criteria/0/spaces/0"))
                .body("errors[0].code", equalTo("space.unknown"));
        get("planner", "programmes/" + code).then().statusCode(404);
    }

    @Test
    void whatAPublishedRunOrAnOfferNamesIsThere() {
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, space, "HF3");
        String group = Api.key("Gruppe");
        put(
                        "planner",
                        "offers/" + Api.key("o"),
                        "{\"stakeholder\":\"verband-a\",\"name\":\"T\",\"published\":true,\"targetGroup\":\"" + group
                                + "\"}")
                .then()
                .statusCode(201);
        for (String criterion : new String[] {
            NEED.formatted(scheme, "HF3", ",\"origins\":[\"rule\",\"municipal\"]"),
            GROUP.formatted(group),
            GROUP.formatted(Runs.TARGET_GROUP),
            SPACES.formatted(space)
        }) {
            put("funding-officer", "programmes/" + Api.key("p"), programme(criterion))
                    .then()
                    .statusCode(201)
                    .body("criteria.size()", equalTo(1));
        }
    }

    @Test
    void whatAProgrammeNamesStays() {
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, space, "HF3");
        String code = Api.key("p");
        put("funding-officer", "programmes/" + code, programme(NEED.formatted(scheme, "HF3", "")))
                .then()
                .statusCode(201);

        change(
                        "funding-officer",
                        "programmes/" + code,
                        "\"1\"",
                        programme(NEED.formatted(scheme, "HF3", "").replace("\"N\"", "\"Neu\"")))
                .then()
                .statusCode(200);
        change("funding-officer", "programmes/" + code, "\"2\"", programme(NEED.formatted(scheme, "no-need", "")))
                .then()
                .statusCode(422)
                .body("errors.value", contains("no-need"));
    }

    @Test
    void applicationsAreHeldAgainstGroupsSpacesAndOrigins() {
        String scheme = Api.key("scheme");
        Runs.publish(scheme, 0, 1, space, "HF3");
        String code = Api.key("p");
        put(
                        "funding-officer",
                        "programmes/" + code,
                        programme(NEED.formatted(scheme, "HF3", ",\"origins\":[\"qualitative\"]") + ","
                                + GROUP.formatted(Runs.TARGET_GROUP) + "," + SPACES.formatted(space)))
                .then()
                .statusCode(201);
        String content = Api.content(code, space, "4000.00");

        Api.post(
                        "supplier",
                        "applications",
                        content.replace("{\"pro", "{\"targetGroup\":\"" + Runs.TARGET_GROUP + "\",\"pro"))
                .then()
                .statusCode(201)
                .body("criteria.code", contains("need", "group", "spaces"))
                .body("criteria.met", contains(false, true, true));
        String elsewhere = Api.space("99001001");
        Api.post("supplier", "applications", Api.content(code, elsewhere, "4000.00"))
                .then()
                .statusCode(201)
                .body("criteria.met", contains(false, false, false))
                .body("criteria[2].lacking", contains(startsWith(elsewhere)));
    }

    private String programme(String criteria) {
        return "{\"name\":\"P\",\"budgetLine\":\"" + line + "\",\"criteria\":[" + criteria + "]}";
    }
}
