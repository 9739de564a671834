package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.Keys;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks definitions against each other. Pure functions. */
final class DefinitionRules {
    private final String code;
    private final Definition definition;
    private final List<InputError> errors = new ArrayList<>();

    private DefinitionRules(String code, Definition definition) {
        this.code = code;
        this.definition = definition;
    }

    /**
     * What is wrong with a definition, circles apart.
     *
     * @param all the definition and the other current ones
     */
    static List<InputError> check(String code, Map<String, Definition> all) {
        DefinitionRules rules = new DefinitionRules(code, Objects.requireNonNull(all.get(code), code));
        rules.parts();
        if (rules.errors.isEmpty()) {
            rules.references(all);
        }
        if (rules.errors.isEmpty()) {
            rules.errors.addAll(RelationRules.check(code, all));
        }
        if (rules.errors.isEmpty()) {
            rules.share(all);
        }
        if (rules.errors.isEmpty()) {
            rules.errors.addAll(UnitRules.check(rules.definition, all));
        }
        return List.copyOf(rules.errors);
    }

    /** The circles among definitions that are valid by themselves, each once, first and last code the same. */
    static List<List<String>> cycles(Map<String, Definition> all) {
        List<List<String>> cycles = new ArrayList<>();
        Map<String, List<String>> inputs = new HashMap<>();
        all.forEach((code, definition) -> {
            if (definition.computed()) {
                inputs.put(code, Indicator.inputs(definition));
            }
        });
        Optional<List<String>> cycle = ComputationOrder.cycle(inputs);
        while (cycle.isPresent()) {
            cycles.add(cycle.get());
            cycle.get().forEach(inputs::remove);
            cycle = ComputationOrder.cycle(inputs);
        }
        return cycles;
    }

    /** Says that a definition is part of a circle. */
    static InputError inCycle(String code, Definition definition, List<String> cycle) {
        String pointer = definition.formula() == null ? "/numerator" : "/formula";
        return InputError.at(pointer, "indicator.cycle", code, String.join(" → ", cycle));
    }

    /** Says which other definitions an indicator's unit does not fit any more. */
    static List<InputError> unitUsedElsewhere(String code, Map<String, Definition> all) {
        List<String> users = all.entrySet().stream()
                .filter(other -> !other.getKey().equals(code))
                .filter(other -> Indicator.inputs(other.getValue()).contains(code))
                .filter(other -> !UnitRules.check(other.getValue(), all).isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String unit = Objects.requireNonNull(all.get(code), code).unit();
        return users.isEmpty()
                ? List.of()
                : List.of(InputError.at("/unit", "indicator.unit-used", unit, unit, String.join(", ", users)));
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
        if (definition.limits().contradictory()) {
            errors.add(InputError.at("/minimum", "indicator.limits", String.valueOf(definition.minimum())));
        }
        referenceDate();
        formula();
        key("/numerator", definition.numerator());
        key("/denominator", definition.denominator());
    }

    private void referenceDate() {
        String day = definition.referenceDate();
        try {
            if (day != null) {
                MonthDay.parse(day);
            }
        } catch (DateTimeException noDay) {
            errors.add(InputError.at("/referenceDate", "indicator.reference-date", day, day));
        }
    }

    private void formula() {
        String formula = definition.formula();
        try {
            if (formula != null) {
                Formula.parse(formula);
            }
        } catch (Formula.Malformed malformed) {
            errors.add(InputError.at("/formula", "indicator.formula-malformed", formula, malformed.position()));
        }
    }

    private void key(String pointer, @Nullable String value) {
        if (value != null && !Keys.isKey(value)) {
            errors.add(InputError.at(pointer, "key.malformed", value, pointer, value));
        }
    }

    private void references(Map<String, Definition> all) {
        for (String input : Indicator.inputs(definition)) {
            if (!input.equals(code) && !all.containsKey(input)) {
                errors.add(InputError.at(pointer(input), "indicator.unknown", input, input));
            }
        }
    }

    /**
     * The numerator and denominator of a share over counts must be known, or nobody could tell whether they are small.
     */
    private void share(Map<String, Definition> all) {
        String formula = definition.formula();
        boolean ratio = definition.kind() == Kind.RATIO;
        boolean controlled = Units.isShare(definition.unit()) || definition.sensitiveGroup();
        if (formula == null || !ratio || !controlled || inputKinds(all).noneMatch(kind -> kind == Kind.COUNT)) {
            return;
        }
        if (Formula.valid(formula).quotient().isEmpty()) {
            errors.add(InputError.at("/formula", "indicator.formula-no-quotient", formula, definition.unit()));
        }
    }

    private Stream<Kind> inputKinds(Map<String, Definition> all) {
        return Indicator.inputs(definition).stream()
                .map(all::get)
                .filter(Objects::nonNull)
                .map(Definition::kind);
    }

    private String pointer(String input) {
        if (definition.formula() != null) {
            return "/formula";
        }
        return input.equals(definition.numerator()) ? "/numerator" : "/denominator";
    }
}
