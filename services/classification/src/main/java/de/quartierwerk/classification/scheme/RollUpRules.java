package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Rules on what is said of larger areas. */
final class RollUpRules {
    private static final Set<String> OF_CLASSES = Set.of("share-in-class", "population-in-class");
    private static final int HUNDRED = 100;

    static void check(JsonNode index, JsonNode rollUp, String at, SchemeRules.Errors errors) {
        String written = rollUp.path("kind").asText("mean");
        String kind = Call.name(written);
        List<Double> numbers = Call.numbers(written);
        boolean outside = numbers.stream().anyMatch(number -> number <= 0 || number > HUNDRED);
        if (outside || (numbers.size() == 2 && numbers.get(0) >= numbers.get(1))) {
            errors.add(at + "/kind", "scheme.per-cents-not-rising", written);
        }
        if (!rollUp.has("weight") && !OF_CLASSES.contains(kind)) {
            errors.add(at + "/weight", "scheme.field-missing", null, "weight");
        }
        if (OF_CLASSES.contains(kind) != rollUp.has("inClasses")) {
            String code = rollUp.has("inClasses") ? "scheme.only-with" : "scheme.field-missing";
            errors.add(at + "/inClasses", code, null, rollUp.has("inClasses") ? "kind" : "inClasses", "share-in-class");
        }
        List<String> classes = index.has("classes") ? ClassRules.codes(index.get("classes")) : List.of();
        for (int i = 0; i < rollUp.path("inClasses").size(); i++) {
            String code = rollUp.get("inClasses").get(i).asText();
            if (!classes.contains(code)) {
                errors.add(
                        at + "/inClasses/" + i,
                        "scheme.class-unknown",
                        code,
                        index.get("code").asText());
            }
        }
        if (rollUp.has("classes")) {
            ClassRules.check(rollUp.get("classes"), at + "/classes", errors);
            for (String field : List.of("within", "weight")) {
                if (rollUp.get("classes").has(field)) {
                    errors.add(at + "/classes/" + field, "scheme.not-of-areas", null);
                }
            }
        }
    }

    private RollUpRules() {}
}
