package de.quartierwerk.funding.stakeholder;

import static de.quartierwerk.funding.Api.change;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.Officials;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Who may read and write actors. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StakeholderIT {

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
    void anActorThatTheCallerMustNotSeeAnswersLikeNone() throws IOException, InterruptedException {
        String officer = Officials.elsewhere("funding-officer");
        String hidden = Api.key("a");
        put("planner", "stakeholders/" + hidden, stakeholder(Api.space("99001001"), false))
                .then()
                .statusCode(201);
        String own = stakeholder(Api.space("99002001"), false);

        get(officer, "stakeholders/" + hidden).then().statusCode(404);
        put(officer, "stakeholders/" + hidden, own)
                .then()
                .statusCode(404)
                .body("code", equalTo("stakeholder.not-found"));
    }

    @Test
    void unknownSpacesAreRefusedInBodiesAndFilters() {
        put("planner", "stakeholders/" + Api.key("a"), stakeholder("nowhere", true))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/spaces/0"));
        get(null, "stakeholders?space=nowhere").then().statusCode(404).body("code", equalTo("space.unknown"));
    }

    private static String stakeholder(String space, boolean published) {
        return "{\"name\":\"Netzwerk\",\"kind\":\"network\",\"spaces\":[\"" + space + "\"],\"published\":" + published
                + "}";
    }
}
