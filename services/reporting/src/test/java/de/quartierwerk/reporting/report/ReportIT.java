package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReportIT {
    private static RequestSpecification as(@Nullable String user) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return user == null ? request : request.header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static ValidatableResponse request(String user, Map<String, Object> body) {
        return as(user).body(body).post("/v1/reports").then();
    }

    private static Map<String, Object> monitoring(String area) {
        return Map.of("type", "monitoring", "area", area, "period", "2023", "language", "de");
    }

    private static String finished(String user, Map<String, Object> body) {
        String id = request(user, body)
                .statusCode(202)
                .header("Location", containsString("/reporting/v1/reports/"))
                .body("state", equalTo("RUNNING"))
                .body("standing", equalTo("preliminary"))
                .extract()
                .path("id");
        await().untilAsserted(() -> as(user).get("/v1/reports/" + id).then().body("state", not(equalTo("RUNNING"))));
        return id;
    }

    private static ValidatableResponse document(@Nullable String user, String id, String accept) {
        return as(user).accept(accept).get("/v1/reports/" + id + "/document").then();
    }

    @Test
    void assemblesEverythingThatIsPublishedAboutAnArea() {
        Region region = Region.fresh().everything();

        String id = finished("planner", monitoring(region.district));

        String scheme = "results.'" + region.scheme + "'";
        String indicator = "values.'unemployed-" + region.district + "'";
        document("planner", id, "application/json")
                .statusCode(200)
                .body("area.key", equalTo(region.district))
                .body("area.levelName", equalTo("Kreis"))
                .body("periodEnd", equalTo("2023-12-31"))
                .body("notices", contains(Region.NOTICE))
                .body("classifications.run", contains(region.run.toString()))
                .body("classifications[0].spaces", equalTo(4))
                .body("classifications[0].considered", equalTo(4))
                .body("classifications[0].spacesInNeed", equalTo(2))
                .body("classifications[0].needs.spaces", contains(2, 1))
                .body("classifications[0].needs.municipalities", contains(2, 1))
                .body("classifications[0].consulted", contains("Kommunen", "AG der Träger"))
                .body("classifications[0].indices[0].classes.spaces", contains(2, 2))
                .body(
                        "spaces.key",
                        contains(region.space(1, 1), region.space(1, 2), region.space(2, 1), region.space(2, 2)))
                .body("spaces[0].within.key", equalTo(region.municipality(1)))
                .body("spaces[0]." + scheme + ".indices.burden.class", equalTo("2"))
                .body("spaces[0]." + scheme + ".indices.burden.code", equalTo("2"))
                .body("spaces[0]." + scheme + ".needs.code", contains("HF1", "HF2"))
                .body("spaces[0]." + indicator + ".value", equalTo(12.5f))
                .body("spaces[0]." + indicator + ".mark", nullValue())
                .body("spaces[1]." + indicator + ".value", nullValue())
                .body("spaces[1]." + indicator + ".mark", equalTo("."))
                .body("spaces[2]." + indicator + ".mark", equalTo("-"))
                .body("spaces[3]." + indicator + ".value", nullValue())
                .body("spaces[3]." + indicator + ".mark", equalTo("/"))
                .body("indicators.suppressed", contains(1))
                .body("indicators.shown", contains(2))
                .body("offers.name", contains("Familientreff"))
                .body("grants.amount", contains("48000.00"))
                .body("inputs.runs", contains(region.run.toString()))
                .body("inputs.releases", contains(region.release.toString()))
                .body("marks.mark", contains(".", "-", "/", "x", "( )"));
    }

    @Test
    void showsTheSameAsAPageWithoutScriptUnderAStrictPolicy() {
        Region region = Region.fresh().everything();

        String id = finished("planner", monitoring(region.district));

        String page = document("planner", id, "text/html,application/xhtml+xml,*/*;q=0.8")
                .statusCode(200)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("default-src 'none'"), containsString("'sha256-")))
                .header("Content-Language", "de")
                .extract()
                .asString();
        assertThat(page)
                .contains("<html lang=\"de\">", "Musterkreis " + region.district, "<strong>2</strong>", "der 4")
                .contains("Sozialräume zeigen Handlungsbedarf", "in 2 Gemeinden", Region.NOTICE, "Statistikstelle")
                .contains("Benachteiligte Sozialräume", "<b>2 Sozialräume</b>, 2 Gemeinden")
                .contains("XLSX, CSV")
                .contains("48.000,00\u00a0EUR", "Familientreff", "Mit den Kommunen beraten", "AG der Träger")
                .contains("role=\"img\"", "<caption", "scope=\"row\"")
                .doesNotContain("<script", " style=", "7,25", "onclick");
    }

    @Test
    void speaksEnglish() {
        Region region = Region.fresh().everything();

        String id = finished(
                "planner", Map.of("type", "monitoring", "area", region.district, "period", "2023", "language", "en"));

        assertThat(document("planner", id, "text/html").extract().asString())
                .contains("<html lang=\"en\">", "social spaces show need for action", "48,000.00\u00a0EUR");
    }

    @Test
    void neverChangesAfterwards() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));
        String before = document("planner", id, "application/json").extract().asString();

        Region.send(region.values(
                UUID.randomUUID(),
                Instant.now(),
                "unemployed-" + region.district,
                "2023",
                0,
                1,
                region.space(1, 1),
                "99.9",
                "normal"));
        String later = finished("planner", monitoring(region.district));

        assertThat(document("planner", later, "application/json").extract().asString())
                .contains("99.9");
        assertThat(document("planner", id, "application/json").extract().asString())
                .isEqualTo(before);
    }

    @Test
    void isThereForEverybodyOncePublished() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));
        as(null).get("/v1/reports/" + id).then().statusCode(404).body("code", equalTo("report.unknown"));
        as(null).get("/v1/reports/" + id + "/document").then().statusCode(404);
        as(null).get("/v1/reports/" + id + "/events").then().statusCode(404);

        as("planner")
                .body(Map.of("note", "Im Ausschuss vorgestellt"))
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(200)
                .body("standing", equalTo("published"))
                .body("note", equalTo("Im Ausschuss vorgestellt"));

        as(null).get("/v1/reports/" + id).then().statusCode(200).body("standing", equalTo("published"));
        document(null, id, "text/html").statusCode(200);
        as(null).get("/v1/reports?area=" + region.district).then().body("items.id", contains(id));
        assertThat(TestEvents.received(Topics.REPORT, EventTypes.REPORT_PUBLISHED))
                .filteredOn(event -> event.subject().equals(id))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.data().get("area").asText()).isEqualTo(region.district));
    }

    @Test
    void publishesOnce() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));
        as("planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(200);

        as("planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(200);

        assertThat(TestEvents.received(Topics.REPORT, EventTypes.REPORT_PUBLISHED))
                .filteredOn(event -> event.subject().equals(id))
                .hasSize(1);
    }

    @Test
    void publishesOnceWhenAskedTwiceAtTheSameTime() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));
        String tag = as("planner").get("/v1/reports/" + id).getHeader("ETag");

        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> as("planner")
                        .header("If-Match", tag)
                        .body(Map.of())
                        .post("/v1/reports/" + id + "/publication")
                        .statusCode()))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(200, 412);
        assertThat(TestEvents.received(Topics.REPORT, EventTypes.REPORT_PUBLISHED))
                .filteredOn(event -> event.subject().equals(id))
                .hasSize(1);
    }

    @Test
    void answersTheSameTagAfterAWriteAndARead() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));

        String written = as("planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .getHeader("ETag");

        assertThat(as("planner").get("/v1/reports/" + id).getHeader("ETag")).isEqualTo(written);
        as("planner")
                .header("If-None-Match", written)
                .get("/v1/reports/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void keepsPlannersToTheirAreas() {
        Region region = new Region("99001").everything();
        finished("municipal-planner", monitoring("99001001"));

        request("municipal-planner", monitoring("99001002")).statusCode(403).body("code", equalTo("area.forbidden"));
        request("planner-elsewhere", monitoring("99001")).statusCode(403);
        request("municipal-planner", Map.of("type", "monitoring", "period", "2023"))
                .statusCode(403);

        String id = finished("planner", monitoring(region.municipality(2)));
        as("municipal-planner").get("/v1/reports/" + id).then().statusCode(404);
        as("planner-elsewhere").get("/v1/reports/" + id).then().statusCode(404);
        as("municipal-planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(404);
        as("supplier").get("/v1/reports/" + id).then().statusCode(404);
        as("steward").get("/v1/reports/" + id).then().statusCode(200);
        as("municipal-planner").get("/v1/reports").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void offersMonitoringOnlySoFar() {
        Region region = Region.fresh().everything();

        request("planner", Map.of("type", "funding", "area", region.district, "period", "2023"))
                .statusCode(422)
                .body("code", equalTo("report.type-not-offered"))
                .body("errors[0].pointer", equalTo("/type"))
                .body("detail", endsWith("Angeboten wird: monitoring."));
        request("planner", Map.of("type", "poem", "area", region.district, "period", "2023"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
    }

    @Test
    void refusesWhatItCannotReport() {
        Region region = Region.fresh().everything();

        request("planner", monitoring("nowhere")).statusCode(422).body("errors[0].pointer", equalTo("/area"));
        request("planner", Map.of("type", "monitoring", "area", region.district, "period", "20x3"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/period"));
        request("planner", Map.of("type", "monitoring", "area", region.district, "period", "2023", "scheme", "nope"))
                .statusCode(422)
                .body("code", equalTo("scheme.unknown"))
                .body("errors[0].pointer", equalTo("/scheme"));
        request(
                        "planner",
                        Map.of(
                                "type",
                                "monitoring",
                                "area",
                                region.district,
                                "period",
                                "2022",
                                "scheme",
                                region.scheme))
                .statusCode(422)
                .body("code", equalTo("scheme.not-published-here"))
                .body("errors[0].pointer", equalTo("/scheme"));
        request("planner", Map.of("type", "monitoring", "area", region.district, "period", "2023", "language", "fr"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/language"));
        request("planner", Map.of("type", "monitoring", "area", region.district))
                .statusCode(400);
        request("planner", Map.of("type", "monitoring", "area", region.district, "period", "2023", "kind", "x"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kind"));
        as("planner").body("{\"type\":").post("/v1/reports").then().statusCode(400);
        as("planner")
                .accept("image/png")
                .get("/v1/reports/" + UUID.randomUUID() + "/document")
                .then()
                .statusCode(406);
    }

    @Test
    void saysWhyThereIsNothingToReport() {
        Region region = Region.fresh().spaces();

        String id = finished("planner", monitoring(region.district));

        as("planner")
                .get("/v1/reports/" + id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure.code", equalTo("report.nothing-published"));
        document("planner", id, "application/json").statusCode(409).body("code", equalTo("report.failed"));
        as("planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(409);
    }

    @Test
    void repeatsTheAnswerToAKey() {
        Region region = Region.fresh().everything();
        String key = UUID.randomUUID().toString();
        String first = as("planner")
                .header("Idempotency-Key", key)
                .body(monitoring(region.district))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        String second = as("planner")
                .header("Idempotency-Key", key)
                .body(monitoring(region.district))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void streamsHowFarItIs() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));

        String events = as("planner")
                .accept("text/event-stream")
                .get("/v1/reports/" + id + "/events")
                .asString();

        assertThat(events).startsWith("data:").contains("\"state\":\"COMPLETED\"");
    }

    @Test
    void listsTheNewestFirstAndPageByPage() {
        Region region = Region.fresh().everything();
        String first = finished("planner", monitoring(region.district));
        String second = finished("planner", monitoring(region.district));

        String cursor = as("planner")
                .get("/v1/reports?limit=1&area=" + region.district)
                .then()
                .body("items.id", contains(second))
                .extract()
                .path("next");

        as("planner")
                .get("/v1/reports?limit=1&area=" + region.district + "&cursor=" + cursor)
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void listsByTypeAndPeriodAndRefusesWhatItDoesNotKnow() {
        Region region = Region.fresh().everything();
        String id = finished("planner", monitoring(region.district));
        String list = "/v1/reports?area=" + region.district;

        as("planner").get(list + "&type=monitoring&period=2023").then().body("items.id", contains(id));
        as("planner").get(list + "&type=funding").then().statusCode(200).body("items.id", empty());
        as("planner").get(list + "&period=2022").then().statusCode(200).body("items.id", empty());
        as("planner").get("/v1/reports?area=nowhere").then().statusCode(404).body("code", equalTo("space.unknown"));
        as("planner").get(list + "&type=poem").then().statusCode(400).body("code", equalTo("parameter.wrong-type"));
        as("planner").get(list + "&period=then").then().statusCode(400).body("code", equalTo("period.malformed"));
        as("planner")
                .get(list + "&cursor=WyJ4Il0")
                .then()
                .statusCode(400)
                .body("code", equalTo("page.cursor-malformed"));
        as("planner")
                .get(list + "&cursor=WyJ4IiwieSJd")
                .then()
                .statusCode(400)
                .body("code", equalTo("page.cursor-malformed"));
    }
}
