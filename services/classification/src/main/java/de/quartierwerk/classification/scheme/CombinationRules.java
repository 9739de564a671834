package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Rules on how the components of an index become one number. */
final class CombinationRules {
    private static final Set<String> ESTIMATED =
            Set.of("first-principal-component", "factor-analysis", "factor-analysis-exact");
    private static final int FEWEST_FOR_A_FACTOR = 3;

    private final JsonNode index;
    private final String at;
    private final SchemeRules.Errors errors;
    private final String combine;
    private final boolean renormalises;

    private CombinationRules(JsonNode index, String at, SchemeRules.Errors errors) {
        this.index = index;
        this.at = at;
        this.errors = errors;
        this.combine = Call.name(index.get("combine").asText());
        this.renormalises = index.path("missing").asText().equals("renormalise-weights");
    }

    static void check(JsonNode index, String at, SchemeRules.Errors errors) {
        CombinationRules rules = new CombinationRules(index, at, errors);
        rules.weights();
        rules.orientation();
        rules.kind();
    }

    private void weights() {
        double sum = 0;
        boolean any = false;
        boolean mayBeNegative = combine.equals("weighted-sum") && !renormalises;
        for (int c = 0; c < index.get("components").size(); c++) {
            double weight = index.get("components").get(c).path("weight").asDouble(1);
            sum += weight;
            any |= weight != 0;
            if (weight < 0 && !mayBeNegative) {
                errors.add(at + "/components/" + c + "/weight", "scheme.weight-negative", weight);
            }
        }
        if (!any || (sum == 0 && !mayBeNegative)) {
            errors.add(at + "/components", "scheme.weights-sum-to-zero", null);
        }
    }

    private void orientation() {
        boolean estimated = ESTIMATED.contains(combine);
        if (estimated != index.has("orientation")) {
            errors.add(
                    at + "/orientation",
                    estimated ? "scheme.orientation-missing" : "scheme.orientation-needless",
                    null);
        }
        if (!estimated) {
            return;
        }
        if (renormalises) {
            errors.add(at + "/missing", "scheme.not-with-principal-component", "renormalise-weights");
        }
        boolean found = false;
        for (int c = 0; c < index.get("components").size(); c++) {
            JsonNode component = index.get("components").get(c);
            String of = component
                    .path(component.has("index") ? "index" : "indicator")
                    .asText();
            found |= of.equals(index.path("orientation").asText());
            if (component.path("weight").asDouble(1) != 1) {
                errors.add(
                        at + "/components/" + c + "/weight",
                        "scheme.not-with-principal-component",
                        component.get("weight").asText());
            }
        }
        if (index.has("orientation") && !found) {
            errors.add(
                    at + "/orientation",
                    "scheme.orientation-unknown",
                    index.get("orientation").asText());
        }
    }

    private void kind() {
        JsonNode components = index.get("components");
        if (combine.equals("power-mean")
                && Call.numbers(index.get("combine").asText()).get(0) == 0) {
            errors.add(
                    at + "/combine", "scheme.power-zero", index.get("combine").asText());
        }
        if (combine.startsWith("factor-analysis") && components.size() < FEWEST_FOR_A_FACTOR) {
            errors.add(at + "/components", "scheme.too-few-for-factor", components.size(), FEWEST_FOR_A_FACTOR);
        }
        if (combine.equals("product") && renormalises) {
            errors.add(at + "/missing", "scheme.not-with-product", "renormalise-weights");
        }
        for (int c = 0; combine.equals("count-of") && c < components.size(); c++) {
            if (!components.get(c).has("condition")) {
                errors.add(at + "/components/" + c, "scheme.count-of-conditions", null);
            }
        }
    }
}
