package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import de.quartierwerk.reporting.Berlin;
import de.quartierwerk.reporting.PdfFile;
import de.quartierwerk.reporting.PrintedPages;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report on Berlin 2017, against what the Senate published. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinReportIT {
    private static @Nullable String report;

    @BeforeEach
    void assemble() throws IOException {
        if (report == null) {
            Berlin.send();
            String id = admin().body(
                            Map.of("type", "monitoring", "area", Berlin.KEY, "period", "2017", "language", "de"))
                    .post("/v1/reports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            await().untilAsserted(() -> admin().get("/v1/reports/" + id).then().body("state", equalTo("COMPLETED")));
            report = id;
        }
    }

    private static RequestSpecification admin() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + Tokens.of("admin"));
    }

    private static String html() {
        return admin().get("/v1/reports/" + report + "/document?format=html")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void countsWhatThePublisherCounted() {
        JsonPath document = admin().get("/v1/reports/" + report + "/document?format=json")
                .then()
                .statusCode(200)
                .body("classifications", hasSize(1))
                .body("classifications[0].spaces", equalTo(447))
                .body("classifications[0].considered", equalTo(436))
                .body("classifications[0].excluded", equalTo(11))
                .body("classifications[0].spacesInNeed", equalTo(44))
                .body("classifications[0].trend.period", contains("2013", "2015", "2017"))
                .body("classifications[0].trend.spacesInNeed", contains(51, 43, 44))
                .extract()
                .jsonPath();

        Map<String, Integer> groups = new HashMap<>();
        document.getList("classifications[0].groups", Map.class)
                .forEach(group -> groups.put((String) group.get("group"), (Integer) group.get("spaces")));
        assertThat(groups)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("1+", 2),
                        Map.entry("1+/-", 59),
                        Map.entry("1-", 14),
                        Map.entry("2+", 32),
                        Map.entry("2+/-", 218),
                        Map.entry("2-", 28),
                        Map.entry("3+", 8),
                        Map.entry("3+/-", 31),
                        Map.entry("3-", 2),
                        Map.entry("4+", 7),
                        Map.entry("4+/-", 31),
                        Map.entry("4-", 4)));
    }

    @Test
    void countsTheTransitionsFromTheEditionBefore() {
        List<Map<String, Object>> transitions = admin().get("/v1/reports/" + report + "/document?format=json")
                .then()
                .extract()
                .jsonPath()
                .getList("classifications[0].before.transitions.findAll { it.index == 'status' }");

        Map<String, Integer> changed = new HashMap<>();
        int same = 0;
        int all = 0;
        for (Map<String, Object> transition : transitions) {
            int spaces = (Integer) transition.get("spaces");
            all += spaces;
            if (transition.get("from").equals(transition.get("to"))) {
                same += spaces;
            } else {
                changed.put(transition.get("from") + ">" + transition.get("to"), spaces);
            }
        }
        assertThat(all).isEqualTo(435);
        assertThat(same).isEqualTo(392);
        assertThat(changed)
                .containsEntry("1>2", 9)
                .containsEntry("3>2", 10)
                .containsEntry("3>4", 8)
                .containsEntry("2>4", 1);
    }

    @Test
    void saysItAsThePublisherDoes() {
        String page = html();

        assertThat(page)
                .contains("<strong>44</strong>", "der 436", "betrachteten Planungsräume zeigen Handlungsbedarf")
                .contains("starke Linie: Bezirk", "Gebietsstand: 31. Dezember 2017", "ausgeschlossen")
                .contains("2015 waren es 43 von 435", "Handlungsbedarf nach Bezirken")
                .doesNotContain("Gemeinden", "0 Gemeinde", "von 447 Räume", ">403<");
    }

    @Test
    void printsEveryFigureInsideThePaper() throws IOException, InterruptedException {
        PrintedPages pages = new PrintedPages("berlin");
        String html = html();

        for (String paper : List.of("A4", "letter")) {
            PrintedPages.Print print = pages.print(html, paper);
            assertThat(print.outside()).as(paper).isEmpty();
            assertThat(print.text()).contains("ENTWURF", "44", "436", "218", "392", "Schweizer Viertel");
            assertThat(print.pages()).as(paper).isLessThanOrEqualTo(28);
        }
    }

    @Test
    void printsAFileForPaper() throws IOException {
        byte[] file = admin().get("/v1/reports/" + report + "/document?format=pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Files.createDirectories(Path.of("target", "printed")).resolve("berlin.pdf"), file);

        PdfFile read = PdfFile.of(file);
        assertThat(PdfFile.faults(file)).isEmpty();
        assertThat(read.outside()).isEmpty();
        assertThat(read.pages()).hasSizeLessThanOrEqualTo(28);
        assertThat(read.text())
                .contains("44 der 436 betrachteten Planungsräume zeigen Handlungsbedarf", "2015 waren es 43 von 435")
                .contains(
                        "392 von 435 blieben",
                        "Schweizer Viertel",
                        "Seite 2 von " + read.pages().size());
    }

    @Test
    void cutsNothingOffOnAnyScreen() throws IOException, InterruptedException {
        PrintedPages pages = new PrintedPages("berlin");
        String html = html();

        for (int width : List.of(320, 390, 1440)) {
            assertThat(pages.cutOffAt(html, width)).isEqualTo("{\"wide\":false,\"bad\":[]}");
        }
    }
}
