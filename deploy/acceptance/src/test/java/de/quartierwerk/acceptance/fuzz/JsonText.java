package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Documents with nonsense at one place, as text: much of it no JSON library would write. */
final class JsonText {

    private static final String MARK = "@@nonsense@@";

    private JsonText() {}

    /** The document with nonsense at a pointer. */
    static String with(JsonNode document, String pointer, Nonsense kind, JsonNode schema, Random random) {
        if (pointer.isEmpty()) {
            return whole(document, kind, schema, random);
        }
        JsonNode copy = document.deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        String name = place.last().getMatchingProperty();
        JsonNode old = parent.isArray() ? parent.get(0) : parent.get(name);
        if (parent instanceof ArrayNode array) {
            if (kind == Nonsense.ABSENT) {
                array.removeAll();
            } else {
                array.set(0, MARK);
            }
        } else if (parent instanceof ObjectNode object) {
            if (kind == Nonsense.ABSENT) {
                object.remove(name);
            } else {
                object.put(name, MARK);
            }
        }
        return copy.toString().replace('"' + MARK + '"', token(old, name, kind, schema, random));
    }

    private static String token(JsonNode old, String name, Nonsense kind, JsonNode schema, Random random) {
        return switch (kind) {
            case DOUBLED ->
                old.isObject() && !old.isEmpty() ? doubled(old) : old + ",\"" + name.replace("\"", "") + "\":" + old;
            case UNKNOWN_FIELD -> old.isObject() ? unknown(old) : "{\"gibtEsNicht\":" + old + "}";
            case ABSENT -> "";
            default -> kind.token(schema, random);
        };
    }

    private static String whole(JsonNode document, Nonsense kind, JsonNode schema, Random random) {
        return switch (kind) {
            case DOUBLED -> document.isObject() && !document.isEmpty() ? doubled(document) : document + "" + document;
            case UNKNOWN_FIELD -> document.isObject() ? unknown(document) : "{}";
            case ABSENT -> "{}";
            default -> kind.token(schema, random);
        };
    }

    private static String doubled(JsonNode object) {
        String first = object.fieldNames().next();
        return "{\"" + first + "\":" + object.get(first) + ","
                + object.toString().substring(1);
    }

    private static String unknown(JsonNode object) {
        return "{\"gibtEsNicht\":1" + (object.isEmpty() ? "" : ",")
                + object.toString().substring(1);
    }
}
