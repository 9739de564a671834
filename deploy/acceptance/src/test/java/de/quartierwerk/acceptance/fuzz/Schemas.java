package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that fit the schemas of an API document, mostly the examples that it gives. */
public final class Schemas {

    private static final JsonNodeFactory JSON = new ObjectMapper().getNodeFactory();
    private static final int DEEPEST = 6;

    private final JsonNode document;

    /** The schemas of this document. */
    public Schemas(JsonNode document) {
        this.document = document;
    }

    /** The schema itself, where it is a reference or one of several. */
    public JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.get("$ref").asText().substring(1)));
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (!schema.path(choice).isEmpty()) {
                return resolve(schema.get(choice).get(0));
            }
        }
        return schema;
    }

    /** A value, with every field that it may have. */
    public JsonNode sample(JsonNode schema) {
        return sample(schema, 0);
    }

    /** A value with every field that it may have, whatever the examples say. */
    public JsonNode skeleton(JsonNode schema) {
        return skeleton(schema, 0);
    }

    private JsonNode skeleton(JsonNode named, int depth) {
        JsonNode schema = resolve(named);
        if (depth > DEEPEST || !(schema.has("properties") || schema.has("items"))) {
            return JSON.textNode("");
        }
        if (schema.has("items")) {
            return JSON.arrayNode().add(skeleton(schema.get("items"), depth + 1));
        }
        ObjectNode object = JSON.objectNode();
        schema.get("properties")
                .properties()
                .forEach(each -> object.set(each.getKey(), skeleton(each.getValue(), depth + 1)));
        return object;
    }

    private JsonNode sample(JsonNode named, int depth) {
        if (!named.path("examples").isEmpty() && named.get("examples").isArray()) {
            return named.get("examples").get(0);
        }
        if (named.has("example")) {
            return named.get("example");
        }
        JsonNode schema = resolve(named);
        if (!schema.equals(named)) {
            return sample(schema, depth);
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "boolean" -> JSON.booleanNode(true);
            case "integer" -> JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "number" -> JSON.numberNode(schema.path("minimum").asDouble(1.5));
            default -> JSON.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                if (!property.getValue().path("readOnly").asBoolean()) {
                    object.set(property.getKey(), sample(property.getValue(), depth + 1));
                }
            });
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (depth < DEEPEST && schema.has("items")) {
            array.add(sample(schema.get("items"), depth + 1));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2024-01-01";
            case "date-time" -> "2024-01-01T00:00:00Z";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> "99001";
        };
    }

    /** The first type that is not null. */
    public static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText().equals("null")
                    ? type.get(1).asText()
                    : type.get(0).asText();
        }
        return schema.has("properties") ? "object" : type.asText("string");
    }

    /** Every place of a value by its JSON pointer, with its schema where one is known. */
    public Map<String, JsonNode> places(JsonNode value, JsonNode schema) {
        Map<String, JsonNode> places = new LinkedHashMap<>();
        collect(places, "", value, schema);
        return places;
    }

    private void collect(Map<String, JsonNode> places, String pointer, JsonNode value, JsonNode named) {
        JsonNode schema = resolve(named);
        places.put(pointer, schema);
        value.properties()
                .forEach(each -> collect(
                        places,
                        pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1"),
                        each.getValue(),
                        schema.path("properties").path(each.getKey())));
        if (value.isArray() && !value.isEmpty()) {
            collect(places, pointer + "/0", value.get(0), schema.path("items"));
        }
    }
}
