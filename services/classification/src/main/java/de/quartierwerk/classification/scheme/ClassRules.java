package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Rules on the classes of an index. */
final class ClassRules {
    static void check(JsonNode classes, String at, SchemeRules.Errors errors) {
        String method = classes.get("method").asText();
        int count = classes.get("codes").size();
        if (method.equals("k-means")) {
            errors.add(at + "/method", "scheme.not-supported", method);
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (!codes.add(classes.get("codes").get(i).asText())) {
                errors.add(
                        at + "/codes/" + i,
                        "scheme.duplicate",
                        classes.get("codes").get(i).asText());
            }
        }
        if (classes.has("labels") && classes.get("labels").size() != count) {
            errors.add(
                    at + "/labels", "scheme.wrong-number", classes.get("labels").size(), count);
        }
        if (method.equals("breaks")) {
            breaks(classes, at, count, errors);
            return;
        }
        if (classes.has("breaks")) {
            errors.add(at + "/breaks", "scheme.only-with", null, "method", "breaks");
        }
        if (classes.has("count") && classes.get("count").asInt() != count) {
            errors.add(
                    at + "/codes",
                    "scheme.wrong-number",
                    count,
                    classes.get("count").asInt());
        }
        if (count < 2) {
            errors.add(at + "/codes", "scheme.wrong-number", count, 2);
        }
        if (classes.has("quantileType") && !method.equals("quantiles")) {
            errors.add(at + "/quantileType", "scheme.only-with", null, "method", "quantiles");
        }
    }

    private static void breaks(JsonNode classes, String at, int count, SchemeRules.Errors errors) {
        if (!classes.has("breaks")) {
            errors.add(at + "/breaks", "scheme.field-missing", null, "breaks");
            return;
        }
        JsonNode breaks = classes.get("breaks");
        if (breaks.size() != count - 1) {
            errors.add(at + "/codes", "scheme.wrong-number", count, breaks.size() + 1);
        }
        for (int i = 1; i < breaks.size(); i++) {
            if (breaks.get(i).asDouble() <= breaks.get(i - 1).asDouble()) {
                errors.add(
                        at + "/breaks/" + i,
                        "scheme.breaks-not-ascending",
                        breaks.get(i).asText());
            }
        }
        if (classes.has("count") && classes.get("count").asInt() != count) {
            errors.add(
                    at + "/count", "scheme.wrong-number", classes.get("count").asInt(), count);
        }
        if (classes.has("quantileType")) {
            errors.add(at + "/quantileType", "scheme.only-with", null, "method", "quantiles");
        }
    }

    private ClassRules() {}
}
