package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.method.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules on the conditions of needs. */
final class NeedRules {
    /** Steps from a need's condition to the deepest one within it. */
    static final int DEEPEST = 20;

    private static final int MOST = 500;
    private static final List<String> COMPOSED = List.of("allOf", "anyOf", "not", "atLeast", "indicator", "index");
    private static final Set<String> RANKED = Set.of("rank", "percentile");
    private static final Set<String> OWN = Set.of("value", "numerator", "change");

    private final Map<String, Integer> levels;
    private final Set<String> indicators;
    private final Map<String, JsonNode> indices;
    private final SchemeRules.Errors errors;
    private int conditions;

    NeedRules(
            Map<String, Integer> levels,
            Set<String> indicators,
            Map<String, JsonNode> indices,
            SchemeRules.Errors errors) {
        this.levels = levels;
        this.indicators = indicators;
        this.indices = indices;
        this.errors = errors;
    }

    /** Checks a condition with its parts; those of all needs count together. */
    void check(JsonNode condition, String at, int depth) {
        conditions++;
        if (conditions > MOST) {
            if (conditions == MOST + 1) {
                errors.add(at, "scheme.too-many-conditions", null, MOST);
            }
            return;
        }
        if (depth > DEEPEST) {
            errors.add(at, "scheme.too-deep", null, DEEPEST);
            return;
        }
        if (COMPOSED.stream().noneMatch(condition::has)) {
            errors.add(at, "scheme.condition-unknown", null, String.join(", ", COMPOSED));
        }
        parts(condition.path("allOf"), at + "/allOf", depth);
        parts(condition.path("anyOf"), at + "/anyOf", depth);
        if (condition.has("atLeast")) {
            parts(condition.path("of"), at + "/of", depth);
            if (condition.get("atLeast").asInt() > condition.get("of").size()) {
                errors.add(
                        at + "/atLeast",
                        "scheme.never-holds",
                        condition.get("atLeast").asText());
            }
        }
        if (condition.has("not")) {
            check(condition.get("not"), at + "/not", depth + 1);
        }
        if (condition.has("indicator")) {
            figure(condition, at);
        }
        if (condition.has("index")) {
            inClass(condition, at);
        }
    }

    private void parts(JsonNode parts, String at, int depth) {
        for (int i = 0; i < parts.size(); i++) {
            check(parts.get(i), at + "/" + i, depth + 1);
        }
    }

    private void figure(JsonNode figure, String at) {
        String indicator = figure.get("indicator").asText();
        if (!indicators.contains(indicator)) {
            errors.add(at + "/indicator", "indicator.unknown", indicator, indicator);
        }
        String measure = figure.get("measure").asText();
        if (figure.has("lag") && !measure.equals("change")) {
            errors.add(at + "/lag", "scheme.lag-needless", figure.get("lag").asText());
        }
        reference(figure, at, measure);
        if (figure.has("ties") && !RANKED.contains(measure)) {
            errors.add(at + "/ties", "scheme.only-with", null, "measure", "rank");
        }
        threshold(figure, at);
    }

    private void threshold(JsonNode figure, String at) {
        JsonNode value = figure.get("value");
        boolean between = figure.get("op").asText().equals("between");
        if (between != value.isArray()) {
            errors.add(at + "/value", between ? "scheme.two-ends" : "scheme.one-threshold", null);
        } else if (between && value.get(0).asDouble() > value.get(1).asDouble()) {
            errors.add(at + "/value", "scheme.never-holds", value.toString());
        }
    }

    private void reference(JsonNode figure, String at, String measure) {
        String reference = figure.path("reference").asText(Condition.ALL);
        if (!figure.has("reference") && measure.contains("-")) {
            errors.add(at + "/reference", "scheme.field-missing", null, "reference");
        } else if (OWN.contains(measure) && !reference.equals(Condition.ALL)) {
            errors.add(at + "/reference", "scheme.reference-needless", reference, measure);
        } else if (!reference.equals(Condition.ALL) && !levels.containsKey(reference)) {
            errors.add(at + "/reference", "level.unknown", reference, reference);
        }
    }

    private void inClass(JsonNode condition, String at) {
        String code = condition.get("index").asText();
        JsonNode index = indices.get(code);
        if (index == null) {
            errors.add(at + "/index", "scheme.index-unknown", code);
            return;
        }
        if (condition.has("class") == condition.has("op")) {
            errors.add(at + "/class", "scheme.class-or-value", null);
            return;
        }
        if (condition.has("op") != condition.has("value")) {
            String lacking = condition.has("op") ? "value" : "op";
            errors.add(at + "/" + lacking, "scheme.field-missing", null, lacking);
        }
        if (condition.has("op") && condition.has("value")) {
            threshold(condition, at);
        }
        Set<String> classes = index.has("classes") ? new HashSet<>(ClassRules.codes(index.get("classes"))) : Set.of();
        for (int i = 0; i < condition.path("class").size(); i++) {
            String wanted = condition.get("class").get(i).asText();
            if (!classes.contains(wanted)) {
                errors.add(at + "/class/" + i, "scheme.class-unknown", wanted, code);
            }
        }
    }
}
