package de.quartierwerk.apichanges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What single schemas say. */
final class Schemas {
    static final ObjectNode ANYTHING = JsonNodeFactory.instance.objectNode();
    static final String REFERENCE = "$ref";
    static final String NULL = "null";
    static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf");

    /** Keywords that tell people and tools, and forbid nothing. */
    static final List<String> ANNOTATIONS = List.of(
            "title",
            "description",
            "example",
            "examples",
            "deprecated",
            "externalDocs",
            "xml",
            "$comment",
            "readOnly",
            "writeOnly");

    private Schemas() {}

    /** The types that a schema names or implies, null among them; none if it takes any. */
    static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(each -> types.add(each.asText()));
        if (types.isEmpty()) {
            values(schema).forEach(value -> types.add(value.getNodeType().name().toLowerCase(Locale.ROOT)));
            if (schema.has("properties")) {
                types.add("object");
            }
        }
        return types;
    }

    /** The values of a closed list, without null; none if it is not closed. */
    static Set<JsonNode> values(JsonNode schema) {
        Set<JsonNode> values = new LinkedHashSet<>();
        schema.path("enum").forEach(values::add);
        if (schema.has("const")) {
            values.add(schema.get("const"));
        }
        values.removeIf(JsonNode::isNull);
        return values;
    }

    static boolean isNull(JsonNode schema) {
        return types(schema).equals(Set.of(NULL));
    }

    static boolean takesNull(JsonNode schema) {
        Set<String> types = types(schema);
        return types.contains(NULL)
                || schema.path("nullable").asBoolean()
                || (types.isEmpty() && isOneForm(schema))
                || ALTERNATIVES.stream().anyMatch(keyword -> {
                    for (JsonNode form : schema.path(keyword)) {
                        if (isNull(form)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    static boolean isOneForm(JsonNode schema) {
        return ALTERNATIVES.stream().noneMatch(schema::has);
    }

    /** The alternatives of a schema, itself if it has none; without null and default. */
    static List<JsonNode> forms(ObjectNode schema) {
        if (isNull(schema)) {
            return List.of();
        }
        if (isOneForm(schema)) {
            ObjectNode form = schema.deepCopy().without(List.of("nullable", "default"));
            if (types(form).contains(NULL)) {
                ArrayNode types = form.putArray("type");
                types(schema).stream().filter(type -> !type.equals(NULL)).forEach(types::add);
            }
            return List.of(form);
        }
        ObjectNode common = bare(schema).without(ALTERNATIVES);
        common.remove(List.of("type", "nullable", "default"));
        List<JsonNode> forms = new ArrayList<>();
        for (String keyword : ALTERNATIVES) {
            for (JsonNode form : schema.path(keyword)) {
                if (!isNull(form)) {
                    forms.add(common.isEmpty() ? form : both(common, form));
                }
            }
        }
        return forms;
    }

    static ObjectNode both(JsonNode one, JsonNode other) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.putArray("allOf").add(one).add(other);
        return both;
    }

    /** Without annotations. */
    static ObjectNode bare(JsonNode schema) {
        return schema instanceof ObjectNode object ? object.deepCopy().without(ANNOTATIONS) : ANYTHING;
    }

    /** Whether the schema only refers to another; its type may stand beside. */
    static boolean isReference(JsonNode schema) {
        return schema.has(REFERENCE)
                && bare(schema).without(List.of(REFERENCE, "type")).isEmpty();
    }

    /** The name of the schema that is referred to, or the types. */
    static String name(JsonNode schema) {
        String reference = schema.path(REFERENCE).asText();
        return reference.isEmpty()
                ? String.join("|", types(schema))
                : reference.substring(reference.lastIndexOf('/') + 1);
    }
}
