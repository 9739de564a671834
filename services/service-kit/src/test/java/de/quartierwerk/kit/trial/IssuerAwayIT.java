package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What works while the issuer of the tokens is away. */
@QuarkusTest
@TestProfile(IssuerAwayIT.WithoutIssuer.class)
class IssuerAwayIT {

    @Test
    void answersPublicReads() {
        given().get("/v1/things/a").then().statusCode(200).body("key", equalTo("a"));
    }

    @Test
    void asksCallersWithTokensToComeAgain() {
        given().header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl")
                .get("/v1/things/a")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("server.unavailable"));
    }

    /** The usual servers, but nobody where the issuer should be. */
    public static final class WithoutIssuer implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Servers.class));
        }
    }

    /** The servers with another address of the issuer. */
    public static final class Servers implements QuarkusTestResourceLifecycleManager {

        private final QuartierwerkServers servers = new QuartierwerkServers();

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(servers.start());
            settings.put("quarkus.oidc.auth-server-url", "http://localhost:1/realms/quartierwerk");
            return settings;
        }

        @Override
        public void stop() {
            servers.stop();
        }
    }
}
