package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the units of a computed indicator are consistent: persons are not added to square kilometres, a share relates
 * like to like, and {@code persons/km2} has persons above and km2 below the line. Units that say nothing, such as
 * {@code count}, fit everything. Pure functions.
 */
final class UnitRules {
    private UnitRules() {}

    /** What is wrong with the units of a definition whose inputs are all among the others. */
    static List<InputError> check(Definition definition, Map<String, Definition> all) {
        String formula = definition.formula();
        if (formula != null) {
            return formula(definition, formula, all);
        }
        String numerator = definition.numerator();
        String denominator = definition.denominator();
        return numerator == null || denominator == null ? List.of() : ratio(definition, numerator, denominator, all);
    }

    private static List<InputError> formula(Definition definition, String text, Map<String, Definition> all) {
        try {
            Formula formula = Formula.valid(text);
            Dimension given = formula.dimension(
                    formula.codes().stream().map(code -> dimension(all, code)).toList());
            Dimension stated = Dimension.of(definition.unit());
            boolean free = definition.kind() == Kind.INDEX || definition.kind() == Kind.MEAN;
            if (free || given.literal() || given.fits(stated)) {
                return List.of();
            }
            return List.of(InputError.at(
                    "/unit", "indicator.unit-of-formula", definition.unit(), given.toString(), definition.unit()));
        } catch (Dimension.Differing differing) {
            return List.of(InputError.at(
                    "/formula",
                    "indicator.units-added",
                    text,
                    differing.left().toString(),
                    differing.right().toString()));
        }
    }

    private static List<InputError> ratio(
            Definition definition, String above, String below, Map<String, Definition> all) {
        Dimension numerator = dimension(all, above);
        Dimension denominator = dimension(all, below);
        List<InputError> errors = new ArrayList<>();
        if (Units.isShare(definition.unit())) {
            if (!numerator.fits(denominator)) {
                errors.add(InputError.at(
                        "/denominator",
                        "indicator.unit-of-share",
                        below,
                        numerator.toString(),
                        denominator.toString()));
            }
        } else if (definition.unit().contains("/")) {
            String[] parts = definition.unit().split("/", 2);
            part(errors, "/numerator", above, numerator, parts[0].strip());
            part(errors, "/denominator", below, denominator, parts[1].strip());
        }
        return errors;
    }

    private static void part(List<InputError> errors, String pointer, String code, Dimension found, String expected) {
        if (!found.fits(Dimension.of(expected))) {
            errors.add(InputError.at(pointer, "indicator.unit-of-part", code, code, found.toString(), expected));
        }
    }

    private static Dimension dimension(Map<String, Definition> all, String code) {
        Definition definition = all.get(code);
        return definition == null ? Dimension.of("count") : Dimension.of(definition.unit());
    }
}
