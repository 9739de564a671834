package de.quartierwerk.funding.paper;

import static de.quartierwerk.funding.Api.as;
import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.key;
import static de.quartierwerk.funding.Api.post;
import static de.quartierwerk.funding.Api.put;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static de.quartierwerk.funding.Api.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.document.DocumentForm;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The papers of 2018 and 2021, and what else is done with papers. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PaperIT {

    private String number;

    @BeforeEach
    void prepare() {
        Api.applicants();
        number = key("2018") + "/0233";
    }

    @Test
    void budgetAndPostsAreDecidedByTheAssembly() {
        String staff = line("Personal", "98000.00");
        String materials = line("Sachmittel", "8000.00");
        String changes = "";
        for (int year = 2019; year <= 2020; year++) {
            changes += change(staff, year, "98000.00") + "," + change(materials, year, "8000.00") + ",";
        }
        putPaper("""
                {"kind":"proposal","title":"Fortführung der Sozialplanung","originator":"Verwaltung","public":true,
                 "datedOn":"2018-05-04",
                 "matters":[{"matter":"budget","amount":{"amount":"106000.00","currency":"EUR"}},{"matter":"posts"}],
                 "budgetChanges":[%s],
                 "drafts":[{"key":"a","broughtInBy":"Verwaltung","text":"1,5 Stellen werden eingerichtet.",
                            "result":"granted"}],
                 "path":[{"body":"council","role":"deciding","plannedOn":"2018-06-28"}]}""".formatted(changes.substring(0, changes.length() - 1)))
                .then()
                .statusCode(201)
                .body("number", equalTo(number))
                .body("competentBody.code", equalTo("council"));

        paperStep("decision", decision("main-committee", ",\"votes\":{\"yes\":20,\"no\":1}"))
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-competent"));
        paperStep("decision", decision("council", ",\"votes\":{\"form\":\"unanimous\"}"))
                .then()
                .statusCode(200)
                .body("decision.result", equalTo("granted"))
                .body("decision.drafts[0].adopted", equalTo(true));

        String product = key("p");
        post18("sozialplanung-1", "1.0", product);
        post18("sozialplanung-2", "0.5", product);
        get("clerk", "posts?year=2019")
                .then()
                .body("items.findAll { it.product == '" + product + "' }.fte", contains(1.0f, 0.5f));
        for (String line : List.of(staff, materials)) {
            get("clerk", "ledger/balances?line=" + line)
                    .then()
                    .body("items.findAll { it.account == 'plan' }.year", contains(2019, 2020));
        }
        as("clerk")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"kind\":\"notice\",\"title\":\"X\",\"originator\":\"Verwaltung\"}")
                .put("/v1/papers/{number}", number)
                .then()
                .statusCode(409)
                .body("code", equalTo("paper.decided"));
    }

    /** Draft a is lost, or draft b is adopted: the application of the associations is refused in each case. */
    @ParameterizedTest
    @CsvSource({"b, 11, 5, true", "a, 5, 11, false", "a, 8, 8, false"})
    void motionOf2021IsRefused(String on, int yes, int no, boolean adopted) {
        String programme = Api.programme("60000.00", "[]");
        String application = received2019(programme);
        number = key("2021") + "/0345";
        putPaper(motion(application)).then().statusCode(201);
        stepped("funding-officer2", application, "assessment", "{\"recommendation\":\"refuse\"}");

        step("clerk", application, "decision", decided(on, yes, no))
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-consulted"));
        stepped("clerk", application, "consultations", """
                {"body":"specialist-committee","heldOn":"2021-06-16","result":"not-recommended","votes":{"form":"majority"},
                 "paperNumber":"%s"}""".formatted(number));
        step("clerk", application, "decision", decided(on, yes, no).replace("06-17", "06-15"))
                .then()
                .statusCode(409);
        step("clerk", application, "decision", decided(on, yes, no).replace("main-committee", "council"))
                .then()
                .statusCode(409)
                .body("code", equalTo("decision.not-competent"));
        step(
                        "clerk",
                        application,
                        "decision",
                        decided(on, yes, no).replace("{\"body\"", "{\"result\":\"granted\",\"body\""))
                .then()
                .statusCode(422)
                .body("code", equalTo("votes.contradict"));

        step("clerk", application, "decision", decided(on, yes, no))
                .then()
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("granted", nullValue())
                .body("decision.result", equalTo("refused"))
                .body("decision.drafts.broughtInBy", contains("Fraktion", "Verwaltung"))
                .body("decision.drafts.find { it.key == '" + on + "' }.votes.yes", equalTo(yes))
                .body("decision.drafts.find { it.key == '" + on + "' }.adopted", equalTo(adopted));
        get("clerk", "ledger/entries?application=" + application).then().body("items", empty());
        get(null, "grants?programme=" + programme).then().body("items.id", not(hasItem(application)));
        paper("clerk")
                .then()
                .body("outcomes[0].decision.result", equalTo("refused"))
                .body("drafts.key", contains("a", "b"));
    }

    @Test
    void severalMattersNeedTheHighestBodyAlsoForTheApplication() {
        String programme = Api.programme("60000.00", "[]");
        String application = Api.submitted(programme, Api.space("99001001"), "50000.00");
        get("clerk", "applications/" + application).then().body("competentBody.code", equalTo("main-committee"));

        putPaper("""
                {"kind":"proposal","title":"Zuschuss und Stelle","originator":"Verwaltung",
                 "matters":[{"matter":"grant"},{"matter":"posts"}],"applications":["%s"]}""".formatted(application)).then().statusCode(201);

        get("clerk", "applications/" + application)
                .then()
                .body("competentBody.code", equalTo("council"))
                .body("competentBody.basis.papers", contains(number))
                .body("competentBody.consult.body", contains("specialist-committee"));
        paperStep("decision", decision("council", ",\"votes\":{\"form\":\"unanimous\"}"))
                .then()
                .statusCode(409)
                .body("code", equalTo("paper.applications-decide"));
    }

    @Test
    void mandatesAreReportedBack() {
        putPaper("{\"kind\":\"notice\",\"title\":\"Bericht\",\"originator\":\"Verwaltung\"}")
                .then()
                .statusCode(201);
        String id = as("clerk")
                .contentType("application/json")
                .body("{\"text\":\"Vereinbarung schließen\",\"responsible\":\"Sozialplanung\",\"due\":\"2021-09-30\"}")
                .post("/v1/papers/{number}/mandates", number)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        get("clerk", "mandates?state=overdue&limit=1000").then().body("items.id", hasItem(id));
        Api.change("funding-officer", "mandates/" + id, "\"1\"", "{\"state\":\"done\",\"report\":\"Geschlossen\"}")
                .then()
                .statusCode(200)
                .body("reportedBy", equalTo("funding-officer"));

        get("clerk", "mandates?state=overdue&limit=1000").then().body("items.id", not(hasItem(id)));
        paper("clerk")
                .then()
                .body("mandates[0].report", equalTo("Geschlossen"))
                .body("mandates[0].reportedAt", notNullValue());
        get("clerk", "mandates?state=late").then().statusCode(400).body("code", equalTo("mandate.state"));
    }

    @Test
    void documentHoldsDraftsPathAndFigures() throws IOException {
        String staff = line("Personal", "98000.00");
        putPaper("""
                {"kind":"proposal","title":"Sozialplanung <1>","originator":"Verwaltung",
                 "matters":[{"matter":"budget","amount":{"amount":"98000.00","currency":"EUR"}}],
                 "budgetChanges":[%s],
                 "drafts":[{"key":"a","broughtInBy":"Verwaltung","text":"Zeile 1\\nZeile 2 & mehr","result":"granted"}],
                 "path":[{"body":"specialist-committee","role":"advising","plannedOn":"2018-06-06"},
                         {"body":"council","role":"deciding","plannedOn":"2018-06-28"}],
                 "parts":{"climate":"Keine."}}""".formatted(change(staff, 2019, "98000.00"))).then().statusCode(201);

        byte[] word = document("de", DocumentForm.DOCX_TYPE).asByteArray();
        String page = document("de", "text/html").asString();

        try (XWPFDocument opened = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(opened)) {
            assertThat(text.getText())
                    .contains(
                            "Vorlage " + number + ": Sozialplanung <1>",
                            "Zeile 2 & mehr",
                            "98.000,00 EUR",
                            "28.06.2018")
                    .contains(name("council"), "Vorberatung", "Verwaltung", "Keine.", "05.03.06 543962");
        }
        assertThat(page)
                .contains(
                        "<!DOCTYPE html>",
                        "Sozialplanung &lt;1&gt;",
                        "Zeile 1<br/>Zeile 2 &amp; mehr",
                        "98.000,00 EUR");
        document("en", "text/html")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"));
        document("en", "image/png").then().statusCode(406);
    }

    private Response document(String language, String type) {
        return given().header("Accept-Language", language)
                .auth()
                .oauth2(Tokens.of("auditor"))
                .accept(type)
                .get("/v1/papers/{number}/document", number);
    }

    private static String name(String body) {
        return get("clerk", "bodies/" + body).path("name");
    }

    @Test
    void whatDoesNotHoldTogetherIsRefusedWithItsPlace() {
        putPaper("""
                {"kind":"motion","title":"X","originator":"Fraktion","matters":[{"matter":"grant"}],
                 "applications":["00000000-0000-4000-8000-000000000000"],
                 "drafts":[{"key":"a","broughtInBy":"F","text":"T","result":"granted","amends":"z"}],
                 "path":[{"body":"nobody","role":"deciding"}]}""")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/drafts/0/amends", "/applications/0", "/path/0/body"));
        paper("clerk").then().statusCode(404).body("code", equalTo("paper.not-found"));
        paper("supplier").then().statusCode(403);
        get(null, "papers").then().statusCode(401);
        as("clerk").get("/v1/papers/{number}", "//").then().statusCode(400);
    }

    private Response putPaper(String body) {
        return as("clerk").contentType("application/json").body(body).put("/v1/papers/{number}", number);
    }

    private Response paperStep(String step, String body) {
        return as("clerk")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/v1/papers/{number}/" + step, number);
    }

    private Response paper(String user) {
        return as(user).get("/v1/papers/{number}", number);
    }

    private static String decision(String body, String votes) {
        return "{\"body\":\"" + body + "\",\"decidedOn\":\"" + today() + "\"" + votes + "}";
    }

    private String decided(String on, int yes, int no) {
        return """
                {"body":"main-committee","decidedOn":"2021-06-17","paperNumber":"%s",
                 "votes":{"on":"%s","yes":%d,"no":%d},"lateReason":"Altfall"}""".formatted(number, on, yes, no);
    }

    private static String motion(String application) {
        return """
                {"kind":"motion","title":"Koordinierungsstelle","originator":"Fraktion","datedOn":"2021-05-25",
                 "matters":[{"matter":"grant"}],"applications":["%s"],
                 "drafts":[{"key":"a","broughtInBy":"Fraktion","text":"50.000 Euro werden bewilligt.","result":"granted",
                            "amounts":[{"year":2021,"amount":{"amount":"50000.00","currency":"EUR"}}]},
                           {"key":"b","broughtInBy":"Verwaltung","text":"Der Antrag wird abgelehnt.","result":"refused"}],
                 "path":[{"body":"specialist-committee","role":"advising","plannedOn":"2021-06-16"},
                         {"body":"main-committee","role":"deciding","plannedOn":"2021-06-17"}]}""".formatted(application);
    }

    private static String received2019(String programme) {
        String body = Api.content(programme, Api.space("99001001"), "50000.00")
                .replace("2030", "2021")
                .replace("{\"programme\"", """
                        {"applicant":"verband-a","onBehalf":{"receivedOn":"2019-11-29","reason":"Brief"},"programme\"""");
        String id = post("funding-officer", "applications", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("funding-officer", id, "submission", "{}");
        return id;
    }

    private static String line(String name, String amount) {
        String code = key("line");
        String years = "";
        for (int year = 2019; year <= 2020; year++) {
            years += "{\"year\":%d,\"planned\":{\"amount\":\"%s\",\"currency\":\"EUR\"}},".formatted(year, amount);
        }
        put("funding-officer", "budget-lines/" + code, """
                {"name":"%s","product":"05.03.06","account":"543962","years":[%s]}""".formatted(name, years.substring(0, years.length() - 1)))
                .then()
                .statusCode(201);
        return code;
    }

    private static String change(String line, int year, String amount) {
        return "{\"line\":\"%s\",\"year\":%d,\"amount\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(line, year, amount);
    }

    private void post18(String code, String fte, String product) {
        put("funding-officer", "posts/" + product + code, """
                {"title":"Sozialplanung","fte":%s,"from":"2019-01-01","product":"%s","paperNumber":"%s"}""".formatted(fte, product, number))
                .then()
                .statusCode(201);
    }
}
