package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Standardise;
import java.util.List;
import java.util.Set;

/** Rules on standardisations and what stands beside them. */
final class StandardisationRules {
    private final Set<String> indicators;
    private final SchemeRules.Errors errors;

    StandardisationRules(Set<String> indicators, SchemeRules.Errors errors) {
        this.indicators = indicators;
        this.errors = errors;
    }

    /**
     * Checks a standardisation.
     *
     * @param node what holds it
     * @param field name of the standardisation there
     */
    void check(JsonNode node, String field, String at) {
        String written = node.path(field).asText("none");
        Standardise method = Coded.of(Standardise.class, Call.name(written));
        List<Double> goalposts = Call.numbers(written);
        if (!goalposts.isEmpty() && goalposts.get(0) >= goalposts.get(1)) {
            errors.add(at + "/" + field, "scheme.goalposts-turned", written);
        }
        JsonNode range = node.path("range");
        if (range.isArray() && range.get(0).asDouble() >= range.get(1).asDouble()) {
            errors.add(at + "/range", "scheme.range-turned", range.toString());
        }
        boolean z = method == Standardise.Z_POPULATION || method == Standardise.Z_SAMPLE;
        only(node, "range", method == Standardise.MIN_MAX, field, "min-max", at);
        only(node, "ties", method.byRank(), field, "rank", at);
        only(node, "standardiseWeight", z, field, "z-population", at);
        boolean index = field.equals("restandardise");
        only(node, "within", index || (method != Standardise.NONE && goalposts.isEmpty()), field, "z-population", at);
        String weight = node.path("standardiseWeight").asText();
        if (node.has("standardiseWeight") && !indicators.contains(weight)) {
            errors.add(at + "/standardiseWeight", "indicator.unknown", weight, weight);
        }
    }

    private void only(JsonNode node, String name, boolean possible, String field, String value, String at) {
        if (node.has(name) && !possible) {
            errors.add(at + "/" + name, "scheme.only-with", null, field, value);
        }
    }
}
