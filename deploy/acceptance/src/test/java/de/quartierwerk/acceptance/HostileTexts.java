package de.quartierwerk.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.quartierwerk.acceptance.fuzz.Operation;
import de.quartierwerk.acceptance.fuzz.Schemas;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts a formula, markup, a template and a turned direction before every free text of a document. Which texts are free
 * comes from the API documents: those without a pattern, a format or a list of values.
 */
final class HostileTexts implements PlatformClient.Documents {

    /** What no table may hold at the beginning of a cell, and no page as it is. */
    static final String LONG =
            "=1+1\"'><script>alert(1)</script><img src=x onerror=alert(1)>{#if true}QU{/if}{#if true}TE{/if}\u202e";

    /** For texts that hold no more. */
    static final String SHORT = "=1+1<b>";

    /** Optional texts that are told too where the caller left them out. */
    private static final Set<String> ADDED = Set.of(
            "note",
            "description",
            "targetGroup",
            "contact",
            "licence",
            "source",
            "englishName",
            "shortName",
            "legalBasis");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROOM = 30;

    private final List<Operation> operations;
    private final Set<String> free = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();
    private final Map<String, String> codes;

    /** Reads the API documents. */
    HostileTexts(PlatformClient client) {
        this.operations = ApiDocument.operations(client);
        this.codes = new HashMap<>(CodedTexts.read());
        operations.stream().filter(each -> each.bodyType() != null).forEach(each -> free.addAll(freeTexts(each)));
    }

    /** The free texts of an operation: method, path and pointer, without the numbers of items. */
    static Set<String> freeTexts(Operation operation) {
        Set<String> texts = new TreeSet<>();
        operation
                .schemas()
                .places(operation.schemas().skeleton(operation.bodySchema()), operation.bodySchema())
                .forEach((pointer, schema) -> {
                    if (isFree(schema)) {
                        texts.add(name(operation, pointer));
                    }
                });
        return texts;
    }

    private static boolean isFree(JsonNode schema) {
        return Schemas.type(schema).equals("string")
                && schema.has("type")
                && !schema.has("enum")
                && !schema.has("format")
                && schema.path("pattern").asText("\\S").equals("\\S");
    }

    private static String name(Operation operation, String pointer) {
        return operation + " " + pointer.replaceAll("/\\d+(?=/|$)", "/0");
    }

    /** Free texts that are no codes and that no call has carried. */
    Set<String> unused() {
        Set<String> unused = new TreeSet<>(free);
        unused.removeAll(used);
        unused.removeAll(codes.keySet());
        return unused;
    }

    @Override
    public synchronized String rewrite(String method, String path, String json) {
        Operation operation = operations.stream()
                .filter(each -> each.method().equals(method)
                        && path.replaceAll("[?].*", "").matches(each.path().replaceAll("[{][^}]*}", "[^/]+")))
                .findFirst()
                .orElse(null);
        if (operation == null || operation.bodyType() == null) {
            return json;
        }
        try {
            JsonNode document = JSON.readTree(json);
            return rewrite(operation, "", document, operation.bodySchema()).toString();
        } catch (JsonProcessingException nothingToPutATextIn) {
            return json;
        }
    }

    private JsonNode rewrite(Operation operation, String pointer, JsonNode value, JsonNode named) {
        JsonNode schema = operation.schemas().resolve(named);
        if (value instanceof ObjectNode object) {
            addTexts(object, schema);
            for (Map.Entry<String, JsonNode> each : List.copyOf(object.properties())) {
                object.set(
                        each.getKey(),
                        rewrite(
                                operation,
                                pointer + "/" + each.getKey(),
                                each.getValue(),
                                schema.path("properties").path(each.getKey())));
            }
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, rewrite(operation, pointer + "/" + i, array.get(i), schema.path("items")));
            }
        } else if (value.isTextual() && isFree(schema) && !codes.containsKey(name(operation, pointer))) {
            return TextNode.valueOf(hostile(operation, pointer, value.asText(), schema));
        }
        return value;
    }

    private static void addTexts(ObjectNode object, JsonNode schema) {
        schema.path("properties").properties().forEach(each -> {
            if (ADDED.contains(each.getKey()) && !object.has(each.getKey()) && isFree(each.getValue())) {
                object.put(each.getKey(), "ergänzt");
            }
        });
    }

    private String hostile(Operation operation, String pointer, String text, JsonNode schema) {
        int room = schema.path("maxLength").asInt(Integer.MAX_VALUE) - text.length();
        if (room < SHORT.length()) {
            return text;
        }
        used.add(name(operation, pointer));
        return (room < LONG.length() + ROOM ? SHORT : LONG) + text;
    }
}
