package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a definition against the others. Pure functions. */
final class DefinitionRules {
    private final String code;
    private final Definition definition;
    private final List<InputError> errors = new ArrayList<>();

    private DefinitionRules(String code, Definition definition) {
        this.code = code;
        this.definition = definition;
    }

    /**
     * What is wrong with a definition.
     *
     * @param others the other current definitions and what they are computed from
     */
    static List<InputError> check(
            String code, Definition definition, Set<String> known, Map<String, List<String>> others) {
        DefinitionRules rules = new DefinitionRules(code, definition);
        rules.parts();
        if (rules.errors.isEmpty()) {
            rules.references(known, others);
        }
        return List.copyOf(rules.errors);
    }

    private void parts() {
        boolean numerator = definition.numerator() != null;
        boolean denominator = definition.denominator() != null;
        if (definition.formula() != null && (numerator || denominator)) {
            errors.add(InputError.at("/formula", "indicator.formula-and-ratio", definition.formula()));
        }
        if (numerator != denominator) {
            String missing = numerator ? "denominator" : "numerator";
            errors.add(InputError.at("/" + missing, "indicator.ratio-incomplete", null, missing));
        }
        if (numerator && definition.kind() == Kind.COUNT) {
            errors.add(InputError.at(
                    "/kind", "indicator.count-of-ratio", definition.kind().text()));
        }
        if (definition.minimum() != null
                && definition.maximum() != null
                && definition.minimum().compareTo(definition.maximum()) > 0) {
            errors.add(InputError.at(
                    "/minimum", "indicator.limits", definition.minimum().toPlainString()));
        }
        referenceDate();
        formula();
        key("/numerator", definition.numerator());
        key("/denominator", definition.denominator());
    }

    private void referenceDate() {
        try {
            if (definition.referenceDate() != null) {
                java.time.MonthDay.parse(definition.referenceDate());
            }
        } catch (java.time.DateTimeException noDay) {
            errors.add(InputError.at(
                    "/referenceDate",
                    "indicator.reference-date",
                    definition.referenceDate(),
                    definition.referenceDate()));
        }
    }

    private void formula() {
        if (definition.formula() == null) {
            return;
        }
        try {
            Formula.parse(definition.formula());
        } catch (Formula.Malformed malformed) {
            errors.add(InputError.at(
                    "/formula", "indicator.formula-malformed", definition.formula(), malformed.position()));
        }
    }

    private void key(String pointer, String value) {
        if (value != null && !Keys.isKey(value)) {
            errors.add(InputError.at(pointer, "key.malformed", value, pointer, value));
        }
    }

    private void references(Set<String> known, Map<String, List<String>> others) {
        for (String input : Indicator.inputs(definition)) {
            if (!input.equals(code) && !known.contains(input)) {
                errors.add(InputError.at(pointer(input), "indicator.unknown", input, input));
            }
        }
        Map<String, List<String>> inputs = new HashMap<>(others);
        inputs.remove(code);
        if (definition.computed()) {
            inputs.put(code, Indicator.inputs(definition));
        }
        Optional<List<String>> cycle = ComputationOrder.cycle(inputs);
        cycle.ifPresent(codes -> errors.add(InputError.at(
                definition.formula() == null ? "/numerator" : "/formula",
                "indicator.cycle",
                code,
                String.join(" → ", codes))));
    }

    private String pointer(String input) {
        if (definition.formula() != null) {
            return "/formula";
        }
        return input.equals(definition.numerator()) ? "/numerator" : "/denominator";
    }
}
