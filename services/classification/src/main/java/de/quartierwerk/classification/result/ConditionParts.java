package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.ConditionOutcome;
import de.quartierwerk.classification.method.FigureOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import java.util.List;

/** Conditions with what was found for one space. */
final class ConditionParts {
    private final Outcome found;
    private final int at;
    private final Sight sight;

    ConditionParts(Outcome found, int at, Sight sight) {
        this.found = found;
        this.at = at;
        this.sight = sight;
    }

    /** The rule of a need; whether it held is told in any case. */
    Explanation.ConditionPart rule(ConditionOutcome outcome) {
        return of(outcome, true);
    }

    /** A part that rests on a withheld figure does not say whether it held: that would be a threshold to probe with. */
    private Explanation.ConditionPart of(ConditionOutcome outcome, boolean told) {
        if (outcome.figure() != null) {
            return figure(outcome, told);
        }
        int i = at;
        List<Explanation.ConditionPart> parts = outcome.parts().isEmpty()
                ? null
                : outcome.parts().stream().map(part -> of(part, false)).toList();
        boolean hide = !told && parts != null && parts.stream().anyMatch(ConditionParts::withheld);
        Condition.InClass inClass = outcome.condition() instanceof Condition.InClass wanted ? wanted : null;
        return new Explanation.ConditionPart(
                type(outcome.condition()),
                hide ? null : (Boolean) outcome.held(i),
                hide ? null : (Boolean) outcome.open(i),
                outcome.condition() instanceof Condition.AtLeast atLeast ? (Integer) atLeast.count() : null,
                parts,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                inClass == null ? null : inClass.index(),
                inClass == null ? null : inClass.classes().stream().sorted().toList(),
                inClass == null ? null : outcome.index().classCode(i));
    }

    private Explanation.ConditionPart figure(ConditionOutcome outcome, boolean told) {
        int i = at;
        FigureOutcome compared = outcome.figure();
        Condition.Figure figure = compared.figure();
        boolean withheld = compared.guarded(i) && !sight.of(compared.referenceKey(i));
        boolean between = figure.comparison() == Condition.Comparison.BETWEEN;
        String level = compared.referenceLevel(i);
        Double number = withheld ? null : Rounding.orNull(compared.found(i));
        Column column = found.figures().column(figure.indicator(), 0);
        boolean secret = column.guarded(i) && !sight.own();
        return new Explanation.ConditionPart(
                "figure",
                (withheld && !told) ? null : (Boolean) outcome.held(i),
                (withheld && !told) ? null : (Boolean) outcome.open(i),
                null,
                null,
                figure.indicator(),
                figure.measure().code(),
                figure.measure() == Measure.CHANGE ? (Integer) figure.lag() : null,
                level == null ? null : figure.reference(),
                compared.referenceKey(i),
                level,
                level == null ? null : (Boolean) !level.equals(figure.reference()),
                withheld ? null : Rounding.orNull(compared.referenceRate(i)),
                figure.comparison().code(),
                figure.value(),
                between ? (Double) figure.upper() : null,
                number,
                secret ? null : Rounding.orNull(column.numerator(i)),
                secret ? null : Rounding.orNull(column.denominator(i)),
                number == null ? null : (Double) Rounding.round(margin(figure, number)),
                withheld ? true : null,
                null,
                null,
                null);
    }

    /** Found less threshold; of between the distance to the nearer end, negative outside; never infinite. */
    private static double margin(Condition.Figure figure, double found) {
        double margin = figure.comparison() == Condition.Comparison.BETWEEN
                ? Math.min(found - figure.value(), figure.upper() - found)
                : found - figure.value();
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, margin));
    }

    /** Whether a figure of the condition is withheld. */
    static boolean withheld(Explanation.ConditionPart part) {
        return Boolean.TRUE.equals(part.withheld())
                || (part.parts() != null && part.parts().stream().anyMatch(ConditionParts::withheld));
    }

    private static String type(Condition condition) {
        if (condition instanceof Condition.AllOf) {
            return "allOf";
        } else if (condition instanceof Condition.AnyOf) {
            return "anyOf";
        } else if (condition instanceof Condition.AtLeast) {
            return "atLeast";
        } else if (condition instanceof Condition.Not) {
            return "not";
        }
        return "class";
    }
}
