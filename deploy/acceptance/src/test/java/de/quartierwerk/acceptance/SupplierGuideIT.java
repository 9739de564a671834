package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A supplier who knows nothing but {@code docs/ihre-tabelle-abliefern.md} and the API gets each of its ten tables right
 * at the first try: propose a mapping, answer what is left, look at the preview, deliver.
 */
@Order(14)
@ExtendWith(PlatformExtension.class)
class SupplierGuideIT {
    private static final Path GUIDE = Path.of("../../docs/ihre-tabelle-abliefern.md");
    private static final Pattern SHAPE = Pattern.compile(
            "### (\\d+)\\. ([^\\n]+)\\n.*?```csv\\n(.*?)```\\n```json\\n(.*?)```\\n```values\\n(.*?)```",
            Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a person answers to the questions of the proposal. */
    private static final Map<String, String> ANSWERS = Map.of("period", "2023", "space", "0488001");

    private final PlatformClient client;

    SupplierGuideIT(Acceptance acceptance) {
        this.client = acceptance.client();
    }

    /** A table of the guide with its values: {@code space;indicator;period;value;status}. */
    private record Shape(int number, String title, String table, Set<String> values) {
        private String code(String indicator) {
            return "guide-" + number + "-" + indicator;
        }

        List<String> codes() {
            return values.stream()
                    .map(value -> value.split(";", -1)[1])
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return number + ". " + title;
        }
    }

    static List<Shape> shapes() throws IOException {
        List<Shape> shapes = new ArrayList<>();
        Matcher found = SHAPE.matcher(Files.readString(GUIDE));
        while (found.find()) {
            Shape shape = new Shape(Integer.parseInt(found.group(1)), found.group(2), found.group(3), Set.of());
            Set<String> values = found.group(5)
                    .lines()
                    .map(value -> value.replaceFirst(";([^;]+);", ";" + shape.code("$1") + ";"))
                    .collect(Collectors.toCollection(TreeSet::new));
            shapes.add(new Shape(shape.number(), shape.title(), shape.table(), values));
        }
        assertThat(shapes).hasSize(10);
        return shapes;
    }

    @BeforeEach
    void haveSpaces() {
        client.put(
                        "/registry/v1/levels/gemeinde",
                        "planner",
                        JSON.createObjectNode().put("name", "Gemeinde").put("rank", 57))
                .orFail();
        Answer imported = client.upload(
                        "/registry/v1/imports",
                        "planner",
                        "gemeinden.csv",
                        BodyPublishers.ofString(
                                "key;name;parent\n0488001;Altburg;\n0488002;Birkheim;\n0488003;Cellbach;\n"),
                        "options",
                        JSON.createObjectNode().put("level", "gemeinde").put("validFrom", "2006-01-01"))
                .orFail();
        if (imported.status() == 202) {
            String path = "/registry/v1/imports/" + imported.json().get("id").asText();
            client.await(path, "planner", Set.of("COMPLETED"), PATIENCE);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theFirstTryIsRight(Shape shape) {
        // Given
        define(shape);
        // When
        JsonNode proposal = proposal(shape);
        ObjectNode mapping = (ObjectNode) proposal.get("mapping");
        for (JsonNode question : proposal.get("toDecide")) {
            String member = question.get("pointer").asText().substring(1);
            assertThat(ANSWERS).as(question.toString()).containsKey(member);
            mapping.put(member, ANSWERS.get(member));
        }
        // Then
        assertThat(preview(shape, mapping)).isEqualTo(shape.values());
        assertThat(released(shape, mapping)).isEqualTo(shape.values());
    }

    private void define(Shape shape) {
        for (String code : shape.codes()) {
            client.put(
                            "/ingestion/v1/indicators/" + code,
                            "steward",
                            JSON.createObjectNode()
                                    .put("name", code.endsWith("einwohner") ? "Einwohner" : "Arbeitslose")
                                    .put("unit", "persons")
                                    .put("kind", "count"))
                    .orFail();
        }
    }

    /** The proposal, once the service has heard of the spaces. */
    private JsonNode proposal(Shape shape) {
        JsonNode[] found = new JsonNode[1];
        await().atMost(PATIENCE).untilAsserted(() -> {
            Answer answer = propose(shape);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            found[0] = answer.json();
            assertThat(found[0].at("/mapping/level").asText())
                    .as(found[0].toString())
                    .isEqualTo("gemeinde");
        });
        return found[0];
    }

    private Answer propose(Shape shape) {
        String boundary = "quartierwerk-guide";
        StringBuilder body = new StringBuilder();
        Map.of("level", "gemeinde", "indicators", String.join(",", shape.codes()))
                .forEach((name, value) -> body.append(
                                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--" + boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tabelle.csv\"\r\n")
                .append("Content-Type: text/csv\r\n\r\n")
                .append(shape.table())
                .append("\r\n--" + boundary + "--\r\n");
        return client.send(
                "POST",
                "/ingestion/v1/mappings/proposal",
                "supplier",
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                BodyPublishers.ofString(body.toString()));
    }

    /** What a dry run shows before anything is delivered. */
    private Set<String> preview(Shape shape, JsonNode mapping) {
        Answer dry = client.upload(
                "/ingestion/v1/submissions?dryRun=true",
                "steward",
                "tabelle.csv",
                BodyPublishers.ofString(shape.table()),
                "mapping",
                mapping);
        return lines(Flow.checked(client, dry).at("/preview/values"));
    }

    private Set<String> released(Shape shape, JsonNode mapping) {
        String path = Flow.approve(client, "tabelle.csv", shape.table(), mapping);
        Flow.released(client, path);
        return lines(JSON.createArrayNode()
                .addAll(client.items("/ingestion/v1/values?indicator=" + String.join(",", shape.codes()), "steward")));
    }

    private static Set<String> lines(JsonNode values) {
        Set<String> lines = new TreeSet<>();
        for (JsonNode value : values) {
            String number = value.path("value").isNumber()
                    ? value.get("value").decimalValue().stripTrailingZeros().toPlainString()
                    : "";
            lines.add(String.join(
                    ";",
                    value.get("space").asText(),
                    value.get("indicator").asText(),
                    value.get("period").asText(),
                    number,
                    value.get("status").asText()));
        }
        return lines;
    }
}
