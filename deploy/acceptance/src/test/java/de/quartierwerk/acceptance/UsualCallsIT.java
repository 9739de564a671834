package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The usual calls that no other test of this module makes. {@link AnswerSchemasIT} holds all answers against the API
 * documents, and fails where an operation was never called with success.
 */
@Order(54)
@ExtendWith(PlatformExtension.class)
class UsualCallsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SPACE = "99001001-01";

    private final Acceptance acceptance;
    private final PlatformClient client;

    UsualCallsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.hostileClient();
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
    }

    @Test
    void registry_importsAndChangesSpaces() {
        String file = "key,name,parent\n99001001-99,Neubaugebiet,99001001\n";
        JsonNode started = client.upload(
                        "/registry/v1/imports",
                        "planner",
                        "neubau.csv",
                        BodyPublishers.ofString(file),
                        "options",
                        tree("{\"level\":\"social-space\",\"validFrom\":\"2090-01-01\",\"dryRun\":true}"))
                .orFail()
                .json();
        String path = "/registry/v1/imports/" + started.get("id").asText();
        client.await(path, "planner", Set.of("COMPLETED"), PATIENCE);
        get("planner", path + "/findings");
        get("planner", path + "/changes");
        events("planner", path);

        put("planner", "/registry/v1/spaces/99001001-99", """
                {"level":"social-space","name":"Neubaugebiet","parent":"99001001","validFrom":"2090-01-01"}""");
        post("admin", "/registry/v1/dead-letters/replay", "{}");
        post("planner", "/registry/v1/spaces/locate", """
                {"points":[{"id":"a","x":9.1,"y":52.1},{"id":"b","x":0,"y":0}]}""");
        post("planner", "/registry/v1/spaces/search", """
                {"level":"social-space","geometry":{"type":"Polygon",
                 "coordinates":[[[9,52],[9.1,52],[9.1,52.1],[9,52.1],[9,52]]]}}""");
        get("planner", "/registry/v1/spaces/" + SPACE + "/overlaps");
        get("planner", "/registry/v1/quality?level=social-space");
        client.send(
                        "GET",
                        "/registry/v1/spaces/export?level=social-space&format=geojson",
                        null,
                        Map.of("Accept", "*/*"),
                        BodyPublishers.noBody())
                .orFail();
    }

    @Test
    void ingestion_keepsCatalogueProfilesAndLocks() {
        JsonNode catalogue =
                client.get("/ingestion/v1/catalogue", "steward").orFail().json();
        post("steward", "/ingestion/v1/catalogue", catalogue.toString());
        put("steward", "/ingestion/v1/profiles/usual", """
                {"layout":"wide","level":"social-space","spaceColumn":"Raum",
                 "columns":{"Einwohner":{"indicator":"population"}}}""");
        get("steward", "/ingestion/v1/profiles/usual");
        client.send(
                        "GET",
                        "/ingestion/v1/templates/usual.xlsx?period=2023",
                        "steward",
                        Map.of("Accept", "*/*"),
                        BodyPublishers.noBody())
                .orFail();
        put("steward", "/ingestion/v1/period-locks/usual", """
                {"period":"1990","indicators":["population"],"reason":"Bericht beschlossen"}""");
        put("steward", "/ingestion/v1/period-locks/usual/exceptions/late", """
                {"expiresAt":"%s","submitter":"supplier","reason":"Nachlieferung vereinbart"}""".formatted(
                        Instant.now().plus(1, ChronoUnit.DAYS)));
        get("steward", "/ingestion/v1/delivery-state?level=social-space&indicator=population&period=2023");
        String release = get("steward", "/ingestion/v1/values?indicator=population&period=2023&space=" + SPACE)
                .json()
                .at("/items/0/releaseId")
                .asText();
        get("steward", "/ingestion/v1/releases/" + release + "/disclosure");
        get("steward", "/ingestion/v1/values/lineage?indicator=population&period=2023&space=" + SPACE);
        post("admin", "/ingestion/v1/dead-letters/replay", "{}");
    }

    @Test
    void ingestion_proposesAMapping() {
        get(null, "/ingestion/v1/schemas/mapping");
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"einwohner.csv\"\r\n\r\n"
                + "Raum;Einwohner\n" + SPACE + ";1.234\n\r\n--x--\r\n";
        Answer proposal = client.send(
                        "POST",
                        "/ingestion/v1/mappings/proposal",
                        "supplier",
                        Map.of("Content-Type", "multipart/form-data; boundary=x"),
                        BodyPublishers.ofString(file))
                .orFail();
        assertThat(proposal.json().at("/mapping/spaceColumn").asText()).isEqualTo("Raum");
    }

    @Test
    void ingestion_answersAndWithdrawsSubmissions() {
        JsonNode mapping = tree("""
                {"layout":"wide","level":"social-space","spaceColumn":"space","period":"2029",
                 "columns":{"people":{"indicator":"population"}}}""");
        byte[] file = ("space,people\n" + SPACE + ",1000\n99001001-02,1000\n").getBytes(StandardCharsets.UTF_8);
        JsonNode checked = Flow.checked(client, Flow.submit(client, "steward", "usual.csv", file, mapping));
        String path = "/ingestion/v1/submissions/" + checked.get("id").asText();
        client.items(path + "/findings", "steward").stream()
                .filter(finding -> finding.get("severity").asText().equals("warning"))
                .map(finding -> finding.get("code").asText())
                .distinct()
                .forEach(code -> post("steward", path + "/answers", """
                        {"code":"%s","reason":"Geprüft"}""".formatted(code)));
        post("steward2", path + "/approval", "{}");
        Flow.released(client, path);
        events("steward", path);
        post("steward", path + "/withdrawal", "{}");
    }

    @Test
    void ingestion_decidesOnObservations() {
        post("planner", observation() + "/release", "{\"namesNobody\":true}");
        post("planner", observation() + "/refusal", "{\"reason\":\"Bitte ohne Namen.\"}");
        post("supplier", observation() + "/withdrawal", "{}");
    }

    private String observation() {
        JsonNode observation = post("supplier", "/ingestion/v1/observations", """
                {"space":"%s","field":"elderly","certainty":"likely","sourceKind":"volunteer",
                 "finding":"Seit der Schließung des Ladens fehlt ein Treffpunkt."}""".formatted(SPACE))
                .json();
        return "/ingestion/v1/observations/" + observation.get("id").asText();
    }

    @Test
    void classification_describesSimulatesAndDiscusses() {
        String schemes = "/classification/v1/schemes/handlungsfelder/versions/1";
        get("planner", schemes + "/description");
        get("planner", schemes + "/comparison?with=1");
        JsonNode scheme = client.get(schemes, "planner").orFail().json().get("document");
        post(
                "planner",
                "/classification/v1/simulations",
                JSON.createObjectNode()
                        .put("period", "2023")
                        .set("scheme", scheme)
                        .toString());
        post("planner", "/classification/v1/shipped-schemes/berlin-mss-until-2017/adoption", """
                {"code":"usual","levels":{"planning-area":"social-space"}}""");

        JsonNode run = Flow.run(client, tree("{\"scheme\":\"handlungsfelder\",\"period\":\"2023\"}"));
        String path = "/classification/v1/runs/" + run.get("id").asText();
        events("planner", path);
        get("planner", path + "/robustness/spaces?index=lage");
        post("planner", path + "/comments", """
                {"space":"%s","speaker":"Jugendamt","text":"Der Neubau ist noch nicht in den Zahlen."}""".formatted(SPACE));
        post("planner", path + "/needs", """
                {"space":"%s","need":"HF4","reason":"Gespräche mit Pflegediensten"}""".formatted(SPACE));
        post("admin", "/classification/v1/dead-letters/replay", "{}");
    }

    @Test
    void funding_paysAndTakesBack() {
        int year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear() + 1;
        String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
        JsonNode draft = post("supplier", "/funding/v1/applications", """
                {"programme":"quartiersfonds","title":"Treff"}""").json();
        String path = "/funding/v1/applications/" + draft.get("id").asText();
        step("PUT", "supplier", path, "", """
                {"programme":"quartiersfonds","title":"Nachbarschaftstreff","purpose":"Begegnung","kind":"project",
                 "financing":"fixed-amount","spaces":["%s"],"needs":["%s"],"targetGroup":"Nachbarschaft",
                 "period":{"from":"%3$d-01-01","to":"%3$d-12-31"},
                 "amounts":[{"year":%3$d,"amount":{"amount":"1000.00","currency":"EUR"}}],
                 "ownShare":{"amount":"500.00","currency":"EUR"},
                 "goals":[{"outcome":"Mehr Begegnung","due":"%3$d-12-31"}]}""".formatted(SPACE, need(SPACE), year));
        step("POST", "supplier", path, "/submission", "{}");
        step("POST", "funding-officer", path, "/assessment", "{\"recommendation\":\"grant\",\"note\":\"Belegt\"}");
        step("POST", "clerk", path, "/consultations", """
                {"body":"specialist-committee","heldOn":"%s","role":"advising","result":"recommended",
                 "paperNumber":"2026/7","votes":{"unanimous":true}}""".formatted(today));
        step("POST", "clerk", path, "/decision", """
                {"body":"main-committee","decidedOn":"%s","result":"granted","paperNumber":"2026/7",
                 "votes":{"unanimous":true}}""".formatted(today));
        step("POST", "funding-officer", path, "/agreement", """
                {"kind":"agreement","number":"ZV-7","signedOn":"%s"}""".formatted(today));
        step("POST", "funding-officer2", path, payment(path, year, "20.00") + "/rejection", """
                {"reason":"Betrag vertauscht"}""");
        step("POST", "funding-officer2", path, payment(path, year, "10.00") + "/order", "{}");
        step("POST", "supplier", path, "/proof-of-use", """
                {"report":"Der Treff war geöffnet.",
                 "costs":[{"item":"Miete","amount":{"amount":"9.00","currency":"EUR"}}]}""");
        step("POST", "funding-officer2", path, "/review", """
                {"eligible":{"amount":"9.00","currency":"EUR"},"note":"Minderausgaben"}""");
        step("POST", "funding-officer", path, "/recovery", """
                {"amount":{"amount":"1.00","currency":"EUR"},"heardOn":"%1$s","statement":"Einverstanden","decidedOn":"%1$s",
                 "reason":"Nicht verbraucht","legalBasis":"§ 49a VwVfG"}""".formatted(today));
        post("admin", "/funding/v1/dead-letters/replay", "{}");
    }

    /** A published need of a space. */
    private String need(String space) {
        JsonNode run = client.items("/classification/v1/runs?scheme=handlungsfelder&period=2023", null)
                .get(0);
        String results = "/classification/v1/runs/" + run.get("id").asText() + "/results";
        return client.items(results, null).stream()
                .filter(result -> result.get("space").asText().equals(space))
                .map(result -> result.at("/needs/0").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Requests a payment; gives its path below the application. */
    private String payment(String application, int year, String amount) {
        Answer answer = step("POST", "funding-officer", application, "/payments", """
                {"year":%d,"amount":{"amount":"%s","currency":"EUR"}}""".formatted(year, amount));
        JsonNode payments = answer.json().get("payments");
        return "/payments/" + payments.get(payments.size() - 1).get("id").asText();
    }

    @Test
    void reporting_followsAReportAndRequestsARebuild() {
        JsonNode report = post("planner", "/reporting/v1/reports", """
                {"type":"monitoring","area":"99001","period":"2023","language":"de"}""").json();
        String path = "/reporting/v1/reports/" + report.get("id").asText();
        client.await(path, "planner", Set.of("COMPLETED"), PATIENCE);
        events("planner", path);
        post("planner", path + "/publication", "{}");
        get("planner", path + "/versions");
        get("planner", path + "/versions/1/document");
        get("planner", path + "/versions/1/manifest.json");
        JsonNode correction = post("planner", path + "/corrections", "{\"reason\":\"Nachgemeldet\"}")
                .json();
        client.await(
                "/reporting/v1/reports/" + correction.get("id").asText(), "planner", Set.of("COMPLETED"), PATIENCE);
        post("admin", "/reporting/v1/dead-letters/replay", "{}");
        post("admin", "/reporting/v1/rebuild", "{}");
    }

    /** Sends to a thing, or to a path below it, what its caller decided on the state that he read. */
    private Answer step(String method, String user, String thing, String below, String body) {
        return client.send(
                        method,
                        thing + below,
                        user,
                        Map.of("Content-Type", "application/json", "If-Match", etag(user, thing)),
                        BodyPublishers.ofString(body))
                .orFail();
    }

    private String etag(String user, String path) {
        return client.get(path, user).orFail().header("ETag").orElseThrow();
    }

    private Answer get(String user, String path) {
        return client.get(path, user).orFail();
    }

    private Answer post(String user, String path, String body) {
        return client.post(path, user, tree(body)).orFail();
    }

    private void put(String user, String path, String body) {
        client.put(path, user, tree(body)).orFail();
    }

    /** Reads the events of work that has ended: the stream ends with its last state. */
    private void events(String user, String path) {
        Answer stream = client.send(
                        "GET", path + "/events", user, Map.of("Accept", "text/event-stream"), BodyPublishers.noBody())
                .orFail();
        assertThat(stream.text()).startsWith("data:");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
