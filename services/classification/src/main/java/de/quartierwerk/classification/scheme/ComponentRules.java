package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.method.Transform;

/** Rules on what is done with the numbers of a component. */
final class ComponentRules {
    static void check(JsonNode component, String at, SchemeRules.Errors errors) {
        JsonNode transform = component.path("transform");
        if (transform.isTextual()) {
            transform(transform, at + "/transform", errors);
        }
        for (int t = 0; t < transform.size(); t++) {
            transform(transform.get(t), at + "/transform/" + t, errors);
        }
        if (component.has("polarityOrder") && !component.has("polarity")) {
            errors.add(at + "/polarityOrder", "scheme.needs", null, "polarity");
        }
    }

    /** Its form is right, but not every number makes sense. */
    private static void transform(JsonNode transform, String at, SchemeRules.Errors errors) {
        if (Transform.parse(transform.asText()).isEmpty()) {
            errors.add(at, "scheme.transform-impossible", transform.asText());
        }
    }

    private ComponentRules() {}
}
