package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.events.Period;

/** Rules on the periods over which scales and loadings are estimated. */
final class EstimationRules {
    static void check(JsonNode over, String at, SchemeRules.Errors errors) {
        JsonNode periods = over.path("periods");
        for (int i = 0; i < periods.size(); i++) {
            String text = periods.get(i).asText();
            if (Period.parse(text).isEmpty()) {
                errors.add(at + "/periods/" + i, "period.malformed", text, text);
            }
        }
    }

    private EstimationRules() {}
}
