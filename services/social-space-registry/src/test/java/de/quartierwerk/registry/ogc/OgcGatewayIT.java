package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.ogc;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behind a gateway, as an installation sets it. */
@Tag("long")
@QuarkusTest
@TestProfile(OgcGatewayIT.BehindAGateway.class)
@QuarkusTestResource(QuartierwerkServers.class)
class OgcGatewayIT {

    /** The settings of an installation behind a gateway. */
    public static final class BehindAGateway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quartierwerk.registry.export.licence", "https://www.govdata.de/dl-de/by-2-0");
        }
    }

    @Test
    void linksToTheLicenceOfTheInstallation() {
        ogc().get("/collections/district")
                .then()
                .body("links.find { it.rel == 'license' }.href", equalTo("https://www.govdata.de/dl-de/by-2-0"));
    }

    @Test
    void linksToTheHostThatTheCallerKnows() {
        ogc().header("X-Forwarded-Host", "geo.example.de")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Port", "443")
                .get("/collections")
                .then()
                .statusCode(200)
                .body("links.href", everyItem(startsWith("https://geo.example.de/registry/ogc/collections")));
        ogc().header("X-Forwarded-Host", "geo.example.de")
                .header("X-Forwarded-Proto", "https")
                .get("/api?f=json")
                .then()
                .body("servers[0].url", equalTo("https://geo.example.de/registry/ogc"));
    }
}
