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
        quantiles(classes, at, method, count, errors);
        if (classes.has("within") && method.equals("k-means")) {
            errors.add(at + "/within", "scheme.only-with", null, "method", "quantiles");
        }
    }

    private static void quantiles(JsonNode classes, String at, String method, int count, SchemeRules.Errors errors) {
        boolean quantiles = method.equals("quantiles");
        boolean byRank = quantiles && classes.path("quantileType").asText().startsWith("rank");
        for (String field : List.of("quantileType", "probabilities", "weight")) {
            if (classes.has(field) && !quantiles) {
                errors.add(at + "/" + field, "scheme.only-with", null, "method", "quantiles");
            }
        }
        for (String field : List.of("rankRule", "ties")) {
            if (classes.has(field) && !byRank) {
                errors.add(at + "/" + field, "scheme.only-with", null, "quantileType", "rank-high");
            }
        }
        for (String field : List.of("probabilities", "weight")) {
            if (classes.has(field) && classes.path("rankRule").asText().equals("ntile")) {
                errors.add(at + "/" + field, "scheme.only-with", null, "rankRule", "ceiling");
            }
        }
        JsonNode probabilities = classes.path("probabilities");
        double before = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            double p = probabilities.get(i).asDouble();
            if (p <= before || p >= 1) {
                errors.add(
                        at + "/probabilities/" + i,
                        "scheme.probabilities-not-rising",
                        probabilities.get(i).asText());
            }
            before = p;
        }
        if (classes.has("probabilities") && probabilities.size() != count - 1) {
            errors.add(at + "/probabilities", "scheme.wrong-number", probabilities.size(), count - 1);
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
                : Math.max(
                                classes.path("breaks").size(),
                                classes.path("probabilities").size())
                        + 1;
        boolean known = classes.has("count") || classes.has("breaks") || classes.has("probabilities");
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
        for (String field : List.of("quantileType", "probabilities", "rankRule", "ties", "weight", "within")) {
            if (classes.has(field)) {
                errors.add(at + "/" + field, "scheme.only-with", null, "method", "quantiles");
            }
        }
    }

    private ClassRules() {}
}
