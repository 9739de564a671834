package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How keys of a file become keys of spaces.
 *
 * @param remove text that is taken away, after {@code ^} only at the start; absent: none
 * @param padTo number of characters that zeros before the key fill up; numbers are taken then; absent: none
 */
record KeyForm(@Nullable String remove, @Nullable Integer padTo) {
    static final KeyForm PLAIN = new KeyForm(null, null);

    /** Whether a value can be a key: a text, or a whole number if the length of keys is known. */
    boolean takes(JsonNode node) {
        return node.isTextual()
                || (padTo != null
                        && node.isNumber()
                        && node.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    /** The key that a value stands for. */
    String text(JsonNode node) {
        return text(
                node.isTextual()
                        ? node.textValue()
                        : node.decimalValue().toBigInteger().toString());
    }

    /** The key that a text stands for. */
    String text(String delivered) {
        String text = delivered;
        if (remove != null) {
            String prefix = remove.startsWith("^") ? remove.substring(1) : "";
            text = remove.startsWith("^")
                    ? (text.startsWith(prefix) ? text.substring(prefix.length()) : text)
                    : text.replace(remove, "");
        }
        return padTo == null || text.isBlank() ? text : "0".repeat(Math.max(0, padTo - text.length())) + text;
    }
}
