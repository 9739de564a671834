package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.kit.web.Sha256;
import de.quartierwerk.reporting.PdfFile;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class VersionIT {
    private static final List<String> FORMS = List.of("json", "html", "pdf", "xlsx", "csv");

    private final Jdbi jdbi;

    VersionIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static RequestSpecification as(@Nullable String user) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return user == null ? request : request.header("Authorization", "Bearer " + Tokens.of(user));
    }

    private static String finished(Response requested) {
        String id = requested.then().statusCode(202).extract().path("id");
        await().untilAsserted(
                        () -> as("planner").get("/v1/reports/" + id).then().body("state", equalTo("COMPLETED")));
        return id;
    }

    private static String draft(Region region) {
        return finished(as("planner")
                .body(Map.of("type", "monitoring", "area", region.district, "period", "2023"))
                .post("/v1/reports"));
    }

    private static void publish(String id) {
        as("planner")
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(200);
    }

    private static String published(Region region) {
        String id = draft(region);
        publish(id);
        return id;
    }

    private static void release(Region region, String value) {
        Region.send(region.values(
                UUID.randomUUID(),
                Instant.now(),
                "unemployed-" + region.district,
                "2023",
                0,
                1,
                region.space(1, 1),
                value,
                "normal"));
    }

    private static Map<String, String> hashes(String path) {
        return hashes(path, FORMS);
    }

    private static Map<String, String> hashes(String path, List<String> forms) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String form : forms) {
            byte[] bytes = as(null).get(path + "?format=" + form)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            hashes.put(form, Sha256.hex(bytes));
        }
        return hashes;
    }

    @Test
    void keepsEveryFormOfAPublishedReportWithItsHash() {
        String id = published(Region.fresh().everything());

        Map<String, String> before = hashes("/v1/reports/" + id + "/document");

        as(null).get("/v1/reports/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("version", contains(1))
                .body("[0].superseded", equalTo(false))
                .body("[0].forms.find { it.form == 'html' }.sha256", equalTo(before.get("html")))
                .body("[0].forms.find { it.form == 'xlsx' }.sha256", equalTo(before.get("xlsx")));
        as(null).get("/v1/reports/" + id + "/document?format=html")
                .then()
                .header("ETag", equalTo('"' + before.get("html") + '"'))
                .header("Content-Digest", equalTo(Sha256.digestHeader(before.get("html"))))
                .header("Content-Security-Policy", containsString("'sha256-"));
        as(null).header("If-None-Match", '"' + before.get("html") + '"')
                .get("/v1/reports/" + id + "/document?format=html")
                .then()
                .statusCode(304);
    }

    @Test
    void givesTheSameBytesAfterLaterValuesRunsAndNames() {
        Region region = Region.fresh().everything();
        String id = published(region);
        Map<String, String> before = hashes("/v1/reports/" + id + "/document");

        release(region, "55.5");
        region.send(region.part(UUID.randomUUID(), Instant.now(), 0, 1, region.results()));
        region.indicator("unemployed-" + region.district, "Anders", "ratio", "percent", "employment");

        assertThat(hashes("/v1/reports/" + id + "/document")).isEqualTo(before);
        assertThat(hashes("/v1/reports/" + id + "/versions/1/document")).isEqualTo(before);
    }

    @Test
    void refusesEveryChangeOfAKeptForm() {
        String id = published(Region.fresh().everything());

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(
                        "update report_form set content = ''::bytea where report = ?", UUID.fromString(id))))
                .hasMessageContaining("must not change");
    }

    @Test
    void rendersAReportThatWasPublishedBeforeFormsWereKept() {
        String id = draft(Region.fresh().everything());
        jdbi.useHandle(handle -> handle.execute(
                "update report set published_at = now(), published_by = 'planner' where id = ?", UUID.fromString(id)));

        List<String> others = List.of("json", "html", "xlsx", "csv");
        Map<String, String> first = hashes("/v1/reports/" + id + "/document", others);

        assertThat(hashes("/v1/reports/" + id + "/document", others)).isEqualTo(first);
        as(null).get("/v1/reports/" + id + "/versions").then().body("version", contains(1));
        as(null).get("/v1/reports/" + id + "/document?format=pdf")
                .then()
                .statusCode(404)
                .body("code", equalTo("report.form-missing"));
    }

    @Test
    void saysWhatAVersionWasMadeOf() {
        Region region = Region.fresh().everything();
        String id = published(region);

        as(null).get("/v1/reports/" + id + "/versions/1/manifest.json")
                .then()
                .statusCode(200)
                .body("report", equalTo(id))
                .body("version", equalTo(1))
                .body("runs.id", contains(region.run.toString()))
                .body("runs.asOf", contains("2023-12-31"))
                .body("runs.schemeVersion", contains(1))
                .body("releases", contains(region.release.toString()))
                .body("template.length()", equalTo(64))
                .body("forms.form", contains("json", "html", "pdf", "xlsx", "csv"));
        as(null).get("/v1/reports/" + id + "/versions/2/manifest.json")
                .then()
                .statusCode(404)
                .body("code", equalTo("report.version-unknown"));
    }

    @Test
    void correctsWithAListOfExactlyTheFiguresThatDiffer() {
        Region region = Region.fresh().everything();
        String id = published(region);
        Map<String, String> before = hashes("/v1/reports/" + id + "/versions/1/document");
        release(region, "13.5");

        String correction = finished(
                as("planner").body(Map.of("reason", "Nachgemeldet")).post("/v1/reports/" + id + "/corrections"));
        as(null).get("/v1/reports/" + correction).then().statusCode(404);
        as(null).get("/v1/reports/" + id + "/versions/1/document").then().header("Link", nullValue());
        publish(correction);

        as(null).get("/v1/reports/" + id + "/versions/2/document?format=json")
                .then()
                .statusCode(200)
                .body("correction.version", equalTo(1))
                .body("correction.reason", equalTo("Nachgemeldet"))
                .body("correction.changes.before", contains("12.5"))
                .body("correction.changes.after", contains("13.5"));
        assertThat(as(null).get("/v1/reports/" + id + "/versions/2/document?format=html")
                        .asString())
                .contains("Berichtigung", "Nachgemeldet", "Fassung 2")
                .doesNotContain("draft-mark\">");
        as(null).get("/v1/reports/" + id + "/versions/1/document")
                .then()
                .header(
                        "Link",
                        equalTo("</reporting/v1/reports/" + id + "/versions/2/document>; rel=\"successor-version\""));
        assertThat(hashes("/v1/reports/" + id + "/versions/1/document")).isEqualTo(before);
        as(null).get("/v1/reports/" + id + "/versions")
                .then()
                .body("version", contains(1, 2))
                .body("superseded", contains(true, false))
                .body("[1].reason", equalTo("Nachgemeldet"));
    }

    @Test
    void correctsOnlyWhatIsPublishedAndOneAtATime() {
        Region region = Region.fresh().everything();
        String id = draft(region);
        as("planner")
                .body(Map.of("reason", "x"))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(409)
                .body("code", equalTo("report.not-published"));
        publish(id);
        finished(as("planner").body(Map.of("reason", "x")).post("/v1/reports/" + id + "/corrections"));

        as("planner")
                .body(Map.of("reason", "y"))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(409)
                .body("code", equalTo("report.correction-open"));
        as("planner")
                .body(Map.of("reason", " "))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(400);
        as("planner-elsewhere")
                .body(Map.of("reason", "x"))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(403);
        as("supplier")
                .body(Map.of("reason", "x"))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(403);
        as(null).body(Map.of("reason", "x"))
                .post("/v1/reports/" + id + "/corrections")
                .then()
                .statusCode(401);
    }

    @Test
    void givesTheResultsAsCsv() {
        Region region = Region.fresh().everything();
        String id = published(region);

        String csv = as(null).accept("text/csv")
                .get("/v1/reports/" + id + "/document")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv)
                .contains(region.space(1, 1) + ";Raum 1.1;" + region.scheme + ";Gemeinde 1;;2;0.512345;;HF1, HF2");
    }

    @Test
    void marksADraftInEveryForm() {
        String id = draft(Region.fresh().everything());

        assertThat(as("planner")
                        .get("/v1/reports/" + id + "/document?format=html")
                        .asString())
                .contains("<p class=\"draft-mark\">Entwurf</p>");
        byte[] pdf = as("planner")
                .accept("application/pdf")
                .get("/v1/reports/" + id + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", equalTo("inline; filename=\"bericht-" + id + ".pdf\""))
                .extract()
                .asByteArray();
        assertThat(PdfFile.of(pdf).pages()).allSatisfy(page -> assertThat(page).contains("ENTWURF"));
        as(null).get("/v1/reports/" + id + "/document?format=html").then().statusCode(404);
        as("planner")
                .get("/v1/reports/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("size()", equalTo(0));
        as("planner")
                .get("/v1/reports/" + id + "/document?format=docx")
                .then()
                .statusCode(not(equalTo(200)))
                .statusCode(400);
    }
}
