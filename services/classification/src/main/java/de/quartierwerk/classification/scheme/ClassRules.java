package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on the classes of an index. */
final class ClassRules {
    static void check(JsonNode classes, String at, SchemeRules.Errors errors) {
        String method = classes.get("method").asText();
        if (method.equals("breaks") && !classes.has("breaks")) {
            errors.add(at + "/breaks", "scheme.field-missing", null, "breaks");
            return;
        }
        if (codes(classes).isEmpty()) {
            errors.add(at + "/codes", "scheme.field-missing", null, "codes");
            return;
        }
        int count = codes(classes).size();
        duplicates(codes(classes), at, errors);
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

    /** Codes of the classes: those given, or 1, 2, … from the lowest; empty where nothing says how many there are. */
    static List<String> codes(JsonNode classes) {
        List<String> codes = new ArrayList<>();
        if (classes.has("codes")) {
            classes.get("codes").forEach(code -> codes.add(code.asText()));
            return codes;
        }
        int count = classes.has("count")
                ? classes.get("count").asInt()
                : classes.path("breaks").size() + 1;
        boolean known = classes.has("count") || classes.has("breaks");
        for (int i = 1; known && i <= count; i++) {
            codes.add(Integer.toString(i));
        }
        return codes;
    }

    private static void duplicates(List<String> codes, String at, SchemeRules.Errors errors) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            if (!seen.add(codes.get(i))) {
                errors.add(at + "/codes/" + i, "scheme.duplicate", codes.get(i));
            }
        }
    }

    private static void breaks(JsonNode classes, String at, int count, SchemeRules.Errors errors) {
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
