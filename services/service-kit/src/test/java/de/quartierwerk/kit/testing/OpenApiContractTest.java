package de.quartierwerk.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.testing.ApiDocument.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds a service's API document against its committed copy {@code openapi.json} beside the service's pom, and checks
 * that it is complete. A service's test extends it, annotated with {@code @QuarkusTest}. After a change that is meant,
 * write the copy anew with {@code -Dquartierwerk.openapi.update=true} and commit it, so that reviewers see it.
 */
public abstract class OpenApiContractTest {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path copy;

    /** For subclasses whose copy is {@code openapi.json} beside the pom. */
    protected OpenApiContractTest() {
        this(Path.of("openapi.json"));
    }

    /** For subclasses whose copy lies elsewhere. */
    protected OpenApiContractTest(Path copy) {
        this.copy = copy;
    }

    @Test
    void equalsTheCommittedCopy() throws IOException {
        String served = normalised(ApiDocument.read().root());
        if (Boolean.getBoolean("quartierwerk.openapi.update")) {
            Files.writeString(copy, served);
        }

        assertThat(copy)
                .as("missing; run this test with -Dquartierwerk.openapi.update=true")
                .exists();
        assertThat(served)
                .as("the API changed; if that is meant, run this test with -Dquartierwerk.openapi.update=true")
                .isEqualTo(Files.readString(copy));
    }

    @Test
    void isComplete() {
        ApiDocument document = ApiDocument.read();
        List<String> gaps = new ArrayList<>();
        gap(gaps, "document", !document.root().path("openapi").asText().startsWith("3.1"), "is not OpenAPI 3.1");
        Set<String> ids = new HashSet<>();
        for (Call call : document.calls()) {
            String id = call.operation().path("operationId").asText();
            gap(gaps, call, !ids.add(id), "has an operationId of its own: " + id);
            gap(gaps, call, missing(call.operation(), "summary"), "summary");
            gap(gaps, call, call.operation().path("tags").isEmpty(), "tag");
            parameters(document, call, gaps);
            body(document, call, gaps);
            answers(document, call, gaps);
            security(call, gaps);
        }

        assertThat(gaps).as("what the API document lacks").isEmpty();
    }

    private static void parameters(ApiDocument document, Call call, List<String> gaps) {
        for (JsonNode given : call.operation().path("parameters")) {
            JsonNode parameter = document.resolve(given);
            String name = "parameter " + parameter.path("name").asText();
            gap(gaps, call, missing(parameter, "description"), name + ": description");
            gap(gaps, call, missing(parameter, "schema"), name + ": schema");
            boolean example = parameter.has("example")
                    || parameter.has("examples")
                    || new Examples(document).complete(parameter.path("schema"));
            gap(gaps, call, !example, name + ": example");
        }
    }

    private static void body(ApiDocument document, Call call, List<String> gaps) {
        for (Map.Entry<String, JsonNode> content :
                call.operation().path("requestBody").path("content").properties()) {
            content(document, call, "request body", content, gaps);
        }
    }

    private static void answers(ApiDocument document, Call call, List<String> gaps) {
        JsonNode responses = call.operation().path("responses");
        boolean success = false;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            JsonNode answer = document.resolve(response.getValue());
            String name = "response " + response.getKey();
            gap(gaps, call, missing(answer, "description"), name + ": description");
            if (response.getKey().startsWith("2")) {
                success = true;
                for (Map.Entry<String, JsonNode> content :
                        answer.path("content").properties()) {
                    content(document, call, name, content, gaps);
                }
            } else if (!response.getKey().startsWith("3")) {
                boolean problem = answer.path("content").has("application/problem+json");
                gap(gaps, call, !problem, name + ": application/problem+json");
            }
        }
        gap(gaps, call, !success, "a successful response");
        for (String status : List.of("401", "500")) {
            gap(gaps, call, !responses.has(status), "response " + status);
        }
        gap(gaps, call, call.secured() && !responses.has("403"), "response 403");
        gap(gaps, call, call.path().contains("{") && !responses.has("404"), "response 404");
    }

    private static void content(
            ApiDocument document, Call call, String where, Map.Entry<String, JsonNode> content, List<String> gaps) {
        JsonNode media = content.getValue();
        String name = where + " " + content.getKey();
        gap(gaps, call, media.path("schema").isEmpty(), name + ": schema");
        boolean json = content.getKey().endsWith("json");
        Examples examples = new Examples(document);
        boolean example = media.has("example") || media.has("examples") || examples.complete(media.path("schema"));
        gap(
                gaps,
                call,
                json && !example,
                name + ": example (or examples at these properties: " + examples.gaps() + ")");
    }

    private static void security(Call call, List<String> gaps) {
        gap(gaps, call, call.secured() && call.roles().isEmpty(), "roles");
    }

    private static boolean missing(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isContainerNode() ? value.isEmpty() : value.asText().isBlank();
    }

    private static void gap(List<String> gaps, Object where, boolean gap, String what) {
        if (gap) {
            gaps.add(where + " lacks " + what);
        }
    }

    private static String normalised(JsonNode document) throws IOException {
        JsonNode scheme = document.at("/components/securitySchemes/openId");
        if (scheme instanceof ObjectNode openId) {
            openId.put("openIdConnectUrl", "https://issuer.example/.well-known/openid-configuration");
        }
        Object tree = SORTED.treeToValue(document, Object.class);
        return SORTED.writeValueAsString(tree) + "\n";
    }

    /** Whether a schema's leaves all carry examples, so that tools can show a whole one. */
    private static final class Examples {

        private final ApiDocument document;
        private final Set<String> seen = new HashSet<>();
        private final List<String> gaps = new ArrayList<>();

        Examples(ApiDocument document) {
            this.document = document;
        }

        boolean complete(JsonNode schema) {
            walk("", schema);
            return gaps.isEmpty();
        }

        List<String> gaps() {
            return gaps;
        }

        private void walk(String path, JsonNode schema) {
            if (schema.has("example") || schema.has("examples") || schema.has("enum") || schema.has("const")) {
                return;
            }
            if (schema.has("$ref")) {
                if (seen.add(schema.get("$ref").asText())) {
                    walk(path, document.resolve(schema));
                }
                return;
            }
            for (String many : List.of("allOf", "oneOf", "anyOf")) {
                if (schema.has(many)) {
                    schema.get(many).forEach(part -> walk(path, part));
                    return;
                }
            }
            String type = type(schema);
            switch (type) {
                case "object" ->
                    schema.path("properties")
                            .properties()
                            .forEach(property -> walk(path + "/" + property.getKey(), property.getValue()));
                case "array" -> walk(path + "/0", schema.path("items"));
                case "boolean", "null" -> {
                    // needs none
                }
                default -> {
                    boolean speaking = Set.of("date", "date-time", "uuid", "binary")
                            .contains(schema.path("format").asText());
                    if (!speaking) {
                        gaps.add(path.isEmpty() ? "/" : path);
                    }
                }
            }
        }

        private static String type(JsonNode schema) {
            JsonNode type = schema.path("type");
            if (type.isArray()) {
                for (JsonNode one : type) {
                    if (!one.asText().equals("null")) {
                        return one.asText();
                    }
                }
            }
            return type.isMissingNode() && schema.has("properties") ? "object" : type.asText("null");
        }
    }
}
