package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.reporting.PrintedPages;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages for everybody; paths are below the root of the service. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PortalIT {
    private static final Pattern RANK = Pattern.compile(">(\\d+)</td>");

    private static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false).accept("text/html").get(path).then();
    }

    private static String html(String path) {
        return page(path)
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
    }

    @Test
    void leadsTheRootToTheOverview() {
        given().redirects().follow(false).get("").then().statusCode(302).header("Location", endsWith("/reporting/"));
    }

    @Test
    void leadsABrowserFromTheApiToThePages() {
        given().redirects()
                .follow(false)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/v1/needs?area=nowhere")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/reporting/"));
        given().redirects()
                .follow(false)
                .accept("text/html,*/*;q=0.8")
                .get("/v1/reports")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/reporting/berichte"));
        given().accept("*/*").get("/v1/reports").then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void beginsWithTheLeadSentenceAndAMapWhoseSpacesAreLinks() {
        Region region = Region.fresh().everything();

        String page = html("/?scheme=" + region.scheme + "&lang=de");

        assertThat(page)
                .contains("<html lang=\"de\">", "<strong>2</strong>", "der 4", "Sozialräume zeigen Handlungsbedarf")
                .contains("<a href=\"/reporting/raeume/" + region.space(1, 1) + "\">", "role=\"group\"")
                .contains("/reporting/handlungsfelder/HF1", "Benachteiligte Sozialräume", Region.NOTICE)
                .contains("Stand der Daten: letzte Freigabe", "Grenzen vom 31. Dezember 2023")
                .doesNotContain("<script", " style=");
    }

    @Test
    void showsTheWholeInstallationAndLetsReadersChooseAnArea() {
        Region region = Region.fresh().spaces();
        region.send(region.part(region.run, null, Instant.parse("2024-04-02T08:00:00Z"), 0, 1, region.results()));
        region.send(region.part(
                UUID.randomUUID(),
                region.municipality(1),
                Instant.parse("2024-05-02T08:00:00Z"),
                0,
                1,
                List.of(
                        Region.result(region.space(1, 1), "2", "hoch", "HF1", "HF2"),
                        Region.result(region.space(1, 2), "1", "niedrig", "HF2"))));
        String choice = "&amp;scheme=" + region.scheme + "&amp;period=2023&amp;area=" + region.municipality(1);

        String whole = html("/?scheme=" + region.scheme + "&lang=de");
        String area = html("/?scheme=" + region.scheme + "&area=" + region.municipality(1) + "&lang=de");

        assertThat(whole)
                .contains("der 4", "<h2 id=\"lead\">Handlungsfelder, 2023</h2>")
                .contains("<a href=\"/reporting/?lang=de" + choice + "\">Handlungsfelder, 2023, Gemeinde 1</a>");
        assertThat(area)
                .contains("der 2", "<h2 id=\"lead\">Handlungsfelder, 2023, Gemeinde 1</h2>")
                .contains("/reporting/handlungsfelder/HF2?lang=de" + choice + "\"");
        assertThat(html("/handlungsfelder/HF2?scheme=" + region.scheme)).contains("1 Sozialraum");
        assertThat(html("/handlungsfelder/HF2?scheme=" + region.scheme + "&area=" + region.municipality(1)))
                .contains("2 Sozialräume");
        page("/?scheme=" + region.scheme + "&area=" + region.municipality(2)).statusCode(404);
    }

    @Test
    void givesEqualValuesTheSameRank() {
        Region region = Region.fresh().spaces();
        String indicator = "equal-" + region.district;
        region.indicator(indicator, "Arbeitslose", "ratio", "percent", "employment");
        Region.send(region.values(
                region.release,
                Instant.parse("2024-03-01T10:15:30Z"),
                indicator,
                "2023",
                0,
                1,
                region.space(1, 1),
                "12.5",
                "normal",
                region.space(1, 2),
                "12.50",
                "normal",
                region.space(2, 1),
                "3",
                "normal",
                region.space(2, 2),
                "20",
                "normal"));
        region.run();

        String page = html("/indikatoren/" + indicator + "?scheme=" + region.scheme);

        assertThat(RANK.matcher(page).results().map(found -> found.group(1))).containsExactly("1", "2", "2", "4");
    }

    @Test
    void findsSpacesByNameOrKey() {
        Region region = Region.fresh().everything();

        assertThat(html("/?scheme=" + region.scheme + "&q=raum%201.2")).contains(">Raum 1.2</a>", "Gefundene Räume");
        assertThat(html("/?scheme=" + region.scheme + "&q=%3Csvg%20onload%3D1%3E"))
                .contains("Kein Raum gefunden.")
                .doesNotContain("<svg onload");
    }

    @Test
    void showsASpaceAFieldAndAnIndicator() {
        Region region = Region.fresh().everything();

        assertThat(html("/raeume/" + region.space(1, 1) + "?lang=en"))
                .contains("<html lang=\"en\">", "Profile of a social space", "lang=\"de\">Raum 1.1");
        assertThat(html("/handlungsfelder/HF1?scheme=" + region.scheme))
                .contains("2 Sozialräume", ">Raum 1.1</a>", ">Raum 2.1</a>");
        assertThat(html("/indikatoren?scheme=" + region.scheme)).contains("Arbeitslose");
        assertThat(html("/indikatoren/unemployed-" + region.district + "?scheme=" + region.scheme))
                .contains("<data value=\"12.5\">12,5</data>", "geheim gehalten", "Statistikstelle")
                .doesNotContain("7,25", "7.25");
    }

    @Test
    void listsPublishedReportsWithEveryFormAndItsHash() {
        Region region = Region.fresh().everything();
        String id = given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Tokens.of("planner"))
                .body(Map.of("type", "monitoring", "area", region.district, "period", "2023"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().untilAsserted(() -> given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .get("/v1/reports/" + id)
                .then()
                .body("state", equalTo("COMPLETED")));
        assertThat(html("/berichte")).doesNotContain(id);

        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Tokens.of("planner"))
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(200);

        assertThat(html("/berichte"))
                .contains("/reporting/v1/reports/" + id + "/versions/1/document?format=xlsx", "SHA-256");
    }

    @Test
    void refusesWhatIsNotThere() {
        page("/?scheme=nope").statusCode(404).body("code", equalTo("needs.none-published"));
        page("/?period=then").statusCode(400).body("code", equalTo("period.malformed"));
        page("/handlungsfelder/HF77").statusCode(404);
        page("/indikatoren/nope").statusCode(404).body("code", equalTo("indicator.unknown"));
        page("/raeume/nowhere").statusCode(404).body("code", equalTo("space.unknown"));
        page("/v1/pages").statusCode(404);
        page("/nix").statusCode(404);
    }

    @Test
    void cutsNothingOffOnAnyScreenOrPaper() throws IOException, InterruptedException {
        Region region = Region.fresh().everything();
        String key = region.space(1, 1);
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                region.district,
                EventTypes.SPACE_CHANGED,
                key,
                2,
                region.space(
                        key,
                        "W".repeat(300),
                        "social-space",
                        List.of(region.district, region.municipality(1), key),
                        0,
                        0,
                        1,
                        2));
        Map<String, String> all = Map.of(
                "overview", html("/?scheme=" + region.scheme),
                "space", html("/raeume/" + region.space(1, 1) + "?lang=en"),
                "field", html("/handlungsfelder/HF1?scheme=" + region.scheme),
                "indicator", html("/indikatoren/unemployed-" + region.district + "?scheme=" + region.scheme));

        for (String name : all.keySet()) {
            String html = Objects.requireNonNull(all.get(name));
            PrintedPages pages = new PrintedPages("portal-" + name);
            for (int width : List.of(320, 1440)) {
                assertThat(pages.cutOffAt(html, width)).isEqualTo("{\"wide\":false,\"bad\":[]}");
            }
            assertThat(pages.print(html, "A4").outside()).isEmpty();
        }
    }
}
