package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.key;
import static de.quartierwerk.registry.ogc.OgcClient.ogc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.registry.RegistryClient;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OgcPagesIT {
    private static final String GRID = "ogc-pages";
    private static boolean there;

    @BeforeEach
    void putGridOnce() {
        if (!there) {
            OgcClient.putGrid(GRID);
            there = true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', Sozialräume",
        "/conformance, Eingehaltene Teile der Norm",
        "/api, Beschreibung der Schnittstelle",
        "/collections, Sammlungen",
        "/collections/ogc-pages, ogc-pages",
        "/collections/ogc-pages/items, ogc-pages",
        "/collections/ogc-pages/items/ogc-pages-007@2015-01-01, Feld Ä7"
    })
    void hasAPageWithoutScriptForEverything(String path, String title) {
        ogc().accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/html"))
                .header("Content-Language", "de")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .body("html.body.header.h1", equalTo(title))
                .body(not(containsString("<script")))
                .body(not(containsString("style=\"")));
    }

    @Test
    void speaksEnglishToWhoWantsIt() {
        ogc().header("Accept-Language", "en")
                .get("?f=html")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("html.body.header.h1", equalTo("Social spaces"));
        ogc().header("Accept-Language", "en").get().then().body("title", equalTo("Social spaces"));
    }

    @Test
    void showsTableMapAndTheWayOn() {
        String page = ogc().get("/collections/" + GRID + "/items?f=html&limit=50")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .contains("50 von 120 Räumen.")
                .contains("<svg class=\"map\"")
                .contains(key(GRID, 49) + "@2015-01-01?f=html")
                .doesNotContain(key(GRID, 50))
                .contains("Nächste Seite")
                .doesNotContain("Vorige Seite")
                .contains("limit=50&amp;f=json\">GeoJSON");
    }

    @Test
    void takesTheFormOfTheAddressBeforeThatOfTheHeader() {
        ogc().accept("text/html").get("/collections?f=json").then().contentType(startsWith("application/json"));
        ogc().accept("application/json").get("/collections?f=html").then().contentType(startsWith("text/html"));
        ogc().accept("text/html")
                .get("/collections/" + GRID + "/items?f=json")
                .then()
                .contentType(startsWith("application/geo+json"));
    }

    @Test
    void escapesWhatPeopleWrote() {
        RegistryClient.putSpace(
                        "planner",
                        "ogc-escape",
                        null,
                        "{\"name\":\"<b>&\\\"x\",\"level\":\"" + GRID
                                + "\",\"validFrom\":\"2010-01-01\",\"validTo\":\"2010-12-31\","
                                + "\"attributes\":{\"<i>\":\"<u>\"},\"geometry\":"
                                + RegistryClient.rectangle(13, 52, 13.1, 52.1)
                                + "}")
                .statusCode(201);

        for (String path : new String[] {"items?f=html&datetime=2010-06-01", "items/ogc-escape@2010-01-01?f=html"}) {
            String page = ogc().get("/collections/" + GRID + "/" + path).asString();
            assertThat(page)
                    .contains("&lt;b&gt;&amp;")
                    .doesNotContain("<b>&")
                    .doesNotContain("<u>")
                    .doesNotContain("<i>");
        }
    }
}
