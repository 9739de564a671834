package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Holds every answer that the tests of this module get against the API document of its service. */
final class AnswerSchemas {
    private static final String BASE = "https://quartierwerk.example/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAULTS = 200;

    private final Map<String, JsonNode> documents = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    /** Each document as one schema: the library reads it anew for whoever asks for a part by its address. */
    private final Map<String, Schema> whole = new HashMap<>();

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    /** An operation of a document, with what its path looks like. */
    private record Operation(String service, String method, String path, Pattern pattern) {}

    /** Checks an answer; what does not fit is told by {@link #faults}. */
    synchronized void check(Answer answer) {
        if (whole.isEmpty()) {
            return;
        }
        String[] request = answer.request().split(" ", 2);
        String path = request[1].replaceAll("[?].*", "");
        find(request[0], path).ifPresent(operation -> check(operation, answer));
    }

    /** Reads the documents; answers before that are not checked. */
    synchronized void read(PlatformClient client) {
        Map<String, String> texts = new HashMap<>();
        for (String service : ApiDocument.SERVICES) {
            String text = client.get("/" + service + "/openapi?format=JSON", null)
                    .orFail()
                    .text();
            texts.put(BASE + service, text);
            documents.put(service, tree(text));
            documents
                    .get(service)
                    .get("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> operations.add(
                                    new Operation(service, method.getKey(), path.getKey(), pattern(path.getKey())))));
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
        for (String service : ApiDocument.SERVICES) {
            whole.put(service, registry.getSchema(SchemaLocation.of(BASE + service)));
        }
    }

    /** What did not fit. */
    synchronized Set<String> faults() {
        return Set.copyOf(faults);
    }

    /** Operations ({@code GET /registry/v1/levels}) of which no success was seen. */
    synchronized Set<String> unseen(Set<String> methods) {
        Set<String> unseen = new TreeSet<>();
        for (Operation operation : operations) {
            String name = name(operation);
            if (methods.contains(operation.method()) && !answered.contains(name)) {
                unseen.add(name);
            }
        }
        return unseen;
    }

    private void check(Operation operation, Answer answer) {
        String status = Integer.toString(answer.status());
        if (answer.status() / 100 == 2) {
            answered.add(name(operation));
        }
        JsonNode responses = documents
                .get(operation.service())
                .at("/paths/" + escaped(operation.path()) + "/" + operation.method() + "/responses");
        if (!responses.has(status)) {
            fault(operation, "answers " + status + ", which its document does not name");
            return;
        }
        String type = answer.header("Content-Type").orElse("").replaceAll(";.*", "");
        if (!type.endsWith("json") || answer.text().isEmpty()) {
            return;
        }
        schema(operation, responses.get(status), status, type)
                .ifPresentOrElse(
                        schema -> schema.validate(answer.text(), InputFormat.JSON)
                                .forEach(error -> fault(operation, status + ": " + error)),
                        () -> fault(operation, status + " has no schema for " + type));
    }

    private Optional<Schema> schema(Operation operation, JsonNode response, String status, String type) {
        String place = response.has("$ref")
                ? response.get("$ref").asText().substring(1)
                : "/paths/" + escaped(operation.path()) + "/" + operation.method() + "/responses/" + status;
        String pointer = place + "/content/" + escaped(type) + "/schema";
        if (documents.get(operation.service()).at(pointer).isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(schemas.computeIfAbsent(
                operation.service() + "#" + pointer,
                location -> whole.get(operation.service())
                        .getRefSchema(SchemaLocation.of(location).getFragment())));
    }

    private Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method.toLowerCase(Locale.ROOT))
                        && operation.pattern().matcher(path).matches())
                .min((one, other) -> Integer.compare(parameters(one), parameters(other)));
    }

    /** The path with the fewest parameters is the one that JAX-RS takes. */
    private static int parameters(Operation operation) {
        return operation.path().split("[{]", -1).length;
    }

    private void fault(Operation operation, String fault) {
        if (faults.size() < MOST_FAULTS) {
            // the same fault of another item of a list is no other fault
            faults.add(name(operation) + " " + fault.replaceAll("/items/\\d+", "/items/…"));
        }
    }

    private static String name(Operation operation) {
        return operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replaceAll("[{][^}]*}", "[^/]+"));
    }

    private static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
