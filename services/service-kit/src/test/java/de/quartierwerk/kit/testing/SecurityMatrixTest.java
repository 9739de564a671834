package de.quartierwerk.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.testing.ApiDocument.Call;
import de.quartierwerk.servers.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of a service's API document: no token 401, a damaged token 401 (on public reads too), every
 * role that is not named 403, each as a problem document. A service's test extends it, annotated with
 * {@code @QuarkusTest}. What a named role may do, and in which area, is the business of the service's own tests.
 */
public abstract class SecurityMatrixTest {

    /** The local users that carry exactly the role of their name. */
    private static final List<String> USERS = List.of(
            "planner", "municipal-planner", "steward", "supplier", "funding-officer", "clerk", "auditor", "admin");

    /** For subclasses. */
    protected SecurityMatrixTest() {}

    @Test
    void refusesCallersWithoutToken() {
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.read().calls()) {
            if (call.secured()) {
                check(faults, call, "no token", send(call, null), 401);
            }
        }

        assertThat(faults).isEmpty();
    }

    /** Before a token can be judged, the issuer must be there; while it starts, the answer is 503. */
    @BeforeEach
    void waitForTheIssuer() {
        Tokens.of("planner");
    }

    @Test
    void refusesDamagedTokensEverywhere() {
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.read().calls()) {
            check(faults, call, "damaged token", send(call, "damaged"), 401);
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void refusesEveryRoleThatIsNotNamed() {
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.read().calls()) {
            for (String user : USERS) {
                if (call.secured() && !call.roles().contains(user)) {
                    check(faults, call, user, send(call, Tokens.of(user)), 403);
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    private static void check(List<String> faults, Call call, String who, Response response, int expected) {
        String type = String.valueOf(response.contentType());
        if (response.statusCode() != expected || !type.startsWith("application/problem+json")) {
            faults.add(call + " by " + who + ": " + response.statusCode() + " " + type + " instead of " + expected);
        }
    }

    private static Response send(Call call, String token) {
        RequestSpecification request = given().basePath("").accept("*/*");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        String body = call.bodyType();
        if (body != null && body.startsWith("multipart/")) {
            request.multiPart("unused", "unused");
        } else if (body != null) {
            request.contentType(body).body("{}");
        }
        return request.request(call.method(), path(call));
    }

    private static String path(Call call) {
        String path = call.path();
        for (JsonNode parameter : call.operation().path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + parameter.path("name").asText() + "}", value(parameter.path("schema")));
            }
        }
        return path.replaceAll("\\{[^}]*}", "1");
    }

    private static String value(JsonNode schema) {
        return schema.path("format").asText().equals("uuid") ? "00000000-0000-4000-8000-000000000000" : "1";
    }
}
