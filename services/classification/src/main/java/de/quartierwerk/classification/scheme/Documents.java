package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** Forms of a scheme document. */
final class Documents {
    /** A copy without members that are null: they count as left out. */
    static JsonNode withoutNulls(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                if (!member.getValue().isNull()) {
                    copy.set(member.getKey(), withoutNulls(member.getValue()));
                }
            });
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(withoutNulls(element)));
            return copy;
        }
        return node;
    }

    /** A text that is the same for documents that say the same: members sorted, numbers without needless digits. */
    static String canonical(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            StringBuilder text = new StringBuilder("{");
            members.forEach((name, value) -> {
                text.append(text.length() > 1 ? "," : "");
                text.append(copy.textNode(name)).append(':').append(canonical(value));
            });
            return text.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.forEach(element -> text.append(text.length() > 1 ? "," : "").append(canonical(element)));
            return text.append(']').toString();
        }
        return node.isNumber() ? Double.toString(node.doubleValue() + 0.0) : node.toString();
    }

    private Documents() {}
}
