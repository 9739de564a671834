package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an input is named with its place and cause, and nothing of it is half stored. */
@Order(20)
@ExtendWith(PlatformExtension.class)
class BadInputIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] BINARY = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1, (byte) 0xff, 0, 7};

    private final Acceptance acceptance;
    private final PlatformClient client;

    BadInputIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
    }

    static Stream<Arguments> brokenBodies() {
        return Stream.of(
                Arguments.of("malformed", "{\"name\": \"halb", 400),
                Arguments.of("wrong type", "[1, 2]", 400),
                Arguments.of("unknown field", "{\"gibtEsNicht\": 1}", 400),
                Arguments.of("empty", "", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBodies")
    void brokenJson_isRefusedByEveryOperationThatTakesJson(String what, String body, int status) {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            if (!"application/json".equals(call.bodyType()) || takesAnyDocument(call)) {
                continue;
            }
            // When
            Answer answer = client.send(
                    call.method(),
                    call.filledPath(),
                    user(call),
                    Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
                    BodyPublishers.ofString(body));
            // Then
            if (body.isEmpty() && !requiresBody(call)) {
                continue;
            }
            String fault = problemFault(answer, status);
            if (fault != null) {
                faults.add(call + " with " + what + ": " + fault + " " + answer.text());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void unknownField_isNamedByItsPointer() {
        // Given
        ObjectNode body =
                JSON.createObjectNode().put("name", "Ebene").put("rank", 50).put("rang", 50);
        // When
        Answer answer = client.put("/registry/v1/levels/bad-level", "planner", body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asText()).isEqualTo("/rang");
        assertThat(error.get("code").asText()).isNotBlank();
        assertThat(error.get("message").asText()).isNotBlank();
        assertThat(client.items("/registry/v1/levels", null))
                .noneMatch(level -> level.get("code").asText().equals("bad-level"));
    }

    @Test
    void wrongType_isNamedByItsPointerInTheCallersLanguage() {
        // Given
        String body = "{\"name\": \"Ebene\", \"rank\": \"viele\"}";
        // When
        Answer german = put("/registry/v1/levels/bad-level", body, "de");
        Answer english = put("/registry/v1/levels/bad-level", body, "en");
        // Then
        assertThat(german.status()).isEqualTo(400);
        assertThat(german.json().at("/errors/0/pointer").asText()).isEqualTo("/rank");
        assertThat(german.json().get("title").asText())
                .isNotEqualTo(english.json().get("title").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry/v1/imports", "/ingestion/v1/submissions"})
    void emptyFile_isRefusedAtOnce(String path) {
        expectRefusal(upload(path, "leer.csv", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry/v1/imports", "/ingestion/v1/submissions"})
    void binaryFile_isRefusedAtOnce(String path) {
        expectRefusal(upload(path, "bild.csv", BINARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registry/v1/imports", "/ingestion/v1/submissions"})
    void fileNameWithPath_isRefused(String path) {
        expectRefusal(upload(path, "../etc/passwd.csv", "key;name;parent\nx;y;\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void brokenGeoJson_isRefusedWithItsPlace() {
        // Given
        byte[] broken =
                "{\"type\": \"FeatureCollection\", \"features\": [\n{\"type\": ".getBytes(StandardCharsets.UTF_8);
        // When
        Answer answer = upload("/registry/v1/imports", "kaputt.geojson", broken);
        // Then
        expectRefusal(answer);
        assertThat(answer.json().at("/errors/0").toString()).containsAnyOf("line", "pointer");
    }

    @Test
    void importWithOneBadRow_keepsTheGoodOnesOrNothingAtAll() {
        // Given
        client.put(
                        "/registry/v1/levels/bad-input",
                        "planner",
                        JSON.createObjectNode().put("name", "Teilraum").put("rank", 50))
                .orFail();
        String csv = """
                key;name;parent
                bad-1;Eins;99001001
                bad 2;Zwei;99001001
                bad-3;Drei;99001001
                """;
        // When
        JsonNode atomic = importCsv(csv, true);
        int afterAtomic = client.get("/registry/v1/spaces/bad-1", null).status();
        JsonNode tolerant = importCsv(csv, false);
        // Then
        assertThat(atomic.at("/counts/rejected").asInt()).isPositive();
        assertThat(atomic.at("/counts/created").asInt()).isZero();
        assertThat(afterAtomic).isEqualTo(404);
        assertThat(client.get("/registry/v1/spaces/bad-1", null).status()).isEqualTo(200);
        assertThat(client.get("/registry/v1/spaces/bad-3", null).status()).isEqualTo(200);
        assertThat(tolerant.at("/counts/rejected").asInt()).isEqualTo(1);
        JsonNode finding = tolerant.get("findings").get(0);
        assertThat(finding.get("row").asInt()).isEqualTo(3);
        assertThat(finding.get("message").asText()).isNotBlank();
    }

    @Test
    void submissionWithOneBadRow_namesLineAndColumnAndReleasesOnlyTheGood() {
        // Given
        ObjectNode mapping = mapping();
        String csv = """
                space;indicator;period;value
                99001001-01;dwellings;2025;4711
                99001001-02;dwellings;2025;vierzig
                99001099-77;dwellings;2025;12
                """;
        // When
        JsonNode checked = Flow.checked(client, submit(csv, mapping));
        // Then
        assertThat(checked.get("state").asText()).isEqualTo("VALIDATED");
        assertThat(checked.at("/counts/rejected").asInt()).isEqualTo(2);
        List<JsonNode> findings =
                client.items("/ingestion/v1/submissions/" + checked.get("id").asText() + "/findings", "steward");
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.get("line").asInt()).isEqualTo(3);
            assertThat(finding.get("column").asText()).isEqualTo("value");
            assertThat(finding.get("value").asText()).isEqualTo("vierzig");
        });
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.get("line").asInt()).isEqualTo(4);
            assertThat(finding.get("value").asText()).isEqualTo("99001099-77");
        });
        assertThat(values()).isEmpty();
    }

    @Test
    void atomicSubmissionWithOneBadRow_isRejectedAsAWhole() {
        // Given
        ObjectNode mapping = mapping().put("atomic", true);
        String csv = """
                space;indicator;period;value
                99001001-01;dwellings;2024;4711
                99001001-02;dwellings;2024;vierzig
                """;
        // When
        JsonNode checked = Flow.checked(client, submit(csv, mapping));
        // Then
        assertThat(checked.get("state").asText()).isEqualTo("REJECTED");
        String approval = "/ingestion/v1/submissions/" + checked.get("id").asText() + "/approval";
        assertThat(client.post(approval, "steward2", JSON.createObjectNode()).status())
                .isEqualTo(409);
        assertThat(values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "viele", "-1"})
    void limitOutsideOfItsRange_isRefused(String limit) {
        for (String path : List.of(
                "/registry/v1/spaces",
                "/ingestion/v1/indicators",
                "/classification/v1/runs",
                "/funding/v1/programmes",
                "/reporting/v1/reports")) {
            expectRefusal(client.get(path + "?limit=" + limit, null));
        }
    }

    @Test
    void unknownAddressAndMethod_areProblems() {
        for (String service : ApiDocument.SERVICES) {
            assertThat(problemFault(client.get("/" + service + "/v1/nirgends", null), 404))
                    .as(service)
                    .isNull();
        }
        Answer answer = client.send("DELETE", "/registry/v1/levels", "planner", Map.of(), BodyPublishers.noBody());
        assertThat(problemFault(answer, 405)).isNull();
        Answer text = client.send(
                "PUT",
                "/registry/v1/levels/x",
                "planner",
                Map.of("Content-Type", "text/plain"),
                BodyPublishers.ofString("x"));
        assertThat(problemFault(text, 415)).isNull();
    }

    private List<JsonNode> values() {
        List<JsonNode> found = new ArrayList<>();
        for (String period : List.of("2024", "2025")) {
            found.addAll(client.items("/ingestion/v1/values?indicator=dwellings&period=" + period, "steward"));
        }
        return found;
    }

    private static ObjectNode mapping() {
        return JSON.createObjectNode()
                .put("layout", "long")
                .put("level", "social-space")
                .put("spaceColumn", "space")
                .put("indicatorColumn", "indicator")
                .put("periodColumn", "period")
                .put("valueColumn", "value");
    }

    private Answer submit(String csv, ObjectNode mapping) {
        return Flow.submit(client, "steward", "bad-row.csv", csv.getBytes(StandardCharsets.UTF_8), mapping);
    }

    private JsonNode importCsv(String csv, boolean atomic) {
        ObjectNode options = JSON.createObjectNode()
                .put("level", "bad-input")
                .put("validFrom", "2012-01-01")
                .put("atomic", atomic);
        return client.upload(
                        "/registry/v1/imports",
                        "planner",
                        "zeilen.csv",
                        BodyPublishers.ofString(csv),
                        "options",
                        options)
                .json();
    }

    private Answer upload(String path, String name, byte[] content) {
        boolean registry = path.startsWith("/registry");
        ObjectNode options = registry
                ? JSON.createObjectNode().put("level", "social-space").put("validFrom", "2012-01-01")
                : mapping();
        return client.upload(
                path,
                registry ? "planner" : "steward",
                name,
                BodyPublishers.ofByteArray(content),
                registry ? "options" : "mapping",
                options);
    }

    private Answer put(String path, String body, String language) {
        return client.send(
                "PUT",
                path,
                "planner",
                Map.of("Content-Type", "application/json", "Accept-Language", language),
                BodyPublishers.ofString(body));
    }

    private static void expectRefusal(Answer answer) {
        assertThat(answer.status()).as(answer.request() + ": " + answer.text()).isIn(400, 422);
        assertThat(problemFault(answer, answer.status())).as(answer.text()).isNull();
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }

    /** A user whose role may call, preferably none with restricted areas. */
    private static String user(Call call) {
        return call.roles().contains("admin")
                ? "admin"
                : call.roles().stream().findFirst().orElse(null);
    }

    private static boolean requiresBody(Call call) {
        return call.operation().at("/requestBody/required").asBoolean(false);
    }

    /** Operations whose body is a free document have rules of their own, tested in their service. */
    private static boolean takesAnyDocument(Call call) {
        JsonNode schema = call.operation().at("/requestBody/content/application~1json/schema");
        return schema.isEmpty()
                || (!schema.has("$ref")
                        && schema.path("type").asText("object").equals("object")
                        && !schema.has("properties"));
    }

    private static String problemFault(Answer answer, int status) {
        String type = answer.header("Content-Type").orElse("");
        if (answer.status() != status) {
            return answer.status() + " instead of " + status;
        }
        if (!type.startsWith("application/problem+json")) {
            return "no problem document but " + type;
        }
        JsonNode problem = answer.json();
        for (String field : List.of("type", "title", "status", "detail", "instance", "code")) {
            if (problem.path(field).asText().isBlank()) {
                return "lacks " + field;
            }
        }
        return answer.text().contains("java.") || answer.text().contains("Exception") ? "tells of the inside" : null;
    }
}
