package de.quartierwerk.registry.space;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.putSpace;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundary of a single space is checked as those of a file are. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpaceBoundaryIT {

    @BeforeEach
    void parentAndNeighbour() {
        putLevel("alone-parent", 31);
        putLevel("alone", 41);
        importFile(
                "planner",
                collection(feature("ABP", "Bezirk", rectangle(12, 50, 12.1, 50.1))),
                options("alone-parent", ""));
        importFile(
                "planner",
                collection(feature("AB1", "Nachbar", rectangle(12, 50, 12.05, 50.1))),
                options("alone", ",\"parent\":{\"key\":\"ABP\"}"));
    }

    @Test
    void tellsWhatSomebodyShouldLookAt() {
        String etag = put("AB2", null, rectangle(12.049, 50, 12.11, 50.1))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("outside-parent", "overlaps"))
                .body("warnings.value", hasItem("AB1"))
                .body("warnings[0].place.lon", equalTo(12.105f))
                .body("warnings[1].message", containsString("„AB1“: 7"))
                .extract()
                .header("ETag");

        get("spaces/AB2").statusCode(200).body("warnings", nullValue());
        put("AB2", etag, rectangle(12.049, 50, 12.11, 50.1))
                .then()
                .statusCode(200)
                .body("warnings", nullValue());
    }

    @Test
    void takesItsAnswerBack() {
        putLevel("alone-back", 51);
        Response created = put("AB5", "alone-back", null, rectangle(12.08, 50, 12.11, 50.1));
        assertThat(created.path("warnings.code").toString()).contains("outside-parent");

        putSpace("planner", "AB5", created.header("ETag"), created.asString()).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 50, 12.05, 50.1, equal-boundary",
        "12, 50, 12.02, 50.1, overlaps",
        "12.09, 50, 12.2, 50.1, outside-parent"
    })
    void refusesWhatCannotBeRight(double west, double south, double east, double north, String code) {
        put("AB3", null, rectangle(west, south, east, north))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/geometry"))
                .body("errors.code", contains(code));

        get("spaces/AB3").statusCode(404);
    }

    @Test
    void leavesTheBoundaryThatASpaceHasInPeace() {
        putLevel("alone-small", 51);
        importFile(
                "planner",
                collection(feature("AB4", "Schief", rectangle(12.09, 50, 12.2, 50.1))),
                options("alone-small", ",\"parent\":{\"key\":\"ABP\"},\"anywhere\":true"));
        String etag = get("spaces/AB4").extract().header("ETag");

        putSpace("planner", "AB4", etag, "{\"name\":\"Schief und neu\",\"parent\":\"ABP\"}")
                .statusCode(200)
                .body("name", equalTo("Schief und neu"));
    }

    private static Response put(String key, String etag, String boundary) {
        return put(key, "alone", etag, boundary);
    }

    private static Response put(String key, String level, String etag, String boundary) {
        var request = as("planner")
                .contentType("application/json")
                .body("{\"name\":\"" + key + "\",\"level\":\"" + level
                        + "\",\"parent\":\"ABP\",\"validFrom\":\"2006-01-01\"," + "\"geometry\":" + boundary + "}");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put("spaces/" + key);
    }

    private static String options(String level, String more) {
        return "{\"level\":\"" + level + "\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"" + more + "}";
    }
}
