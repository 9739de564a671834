package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** What the database can hold in free attributes and texts. */
public final class Attributes {
    /** Most characters of all attributes of a space together, as JSON. */
    public static final int LARGEST = 20_000;

    private static final int LARGEST_EXPONENT = 300;

    /** Attribute that names the spaces of another division of which a space consists. */
    static final String CONSISTS_OF = "consistsOf";

    private Attributes() {}

    /** The keys of the spaces of another division of which a space consists. */
    static List<String> consistsOf(JsonNode attributes) {
        String keys = attributes.path(CONSISTS_OF).asText().strip();
        return keys.isEmpty() ? List.of() : List.of(keys.split("[\\s,;|]+"));
    }

    /** Whether all texts and numbers within can be stored. */
    public static boolean storable(JsonNode node) {
        if (node.isTextual()) {
            return storable(node.textValue());
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.precision() - number.scale()) <= LARGEST_EXPONENT
                    && Math.abs((long) number.scale()) <= LARGEST_EXPONENT;
        }
        if (node.isObject()) {
            return node.properties().stream().allMatch(entry -> storable(entry.getKey()) && storable(entry.getValue()));
        }
        for (JsonNode element : node) {
            if (!storable(element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both say the same; 1.50 and 1.5 are the same number. */
    static boolean equal(JsonNode a, JsonNode b) {
        return a.equals(Attributes::compare, b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    }

    /** Whether a text has neither a NUL nor half of a surrogate pair. */
    public static boolean storable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}
