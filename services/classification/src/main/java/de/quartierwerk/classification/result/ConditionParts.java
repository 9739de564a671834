package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.ConditionOutcome;
import de.quartierwerk.classification.method.FigureOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Rounding;
import java.util.List;

/** Conditions with what was found for one space. */
final class ConditionParts {
    static Explanation.ConditionPart of(ConditionOutcome outcome, int i, boolean exact) {
        if (outcome.figure() != null) {
            return figure(outcome, i, exact);
        }
        List<Explanation.ConditionPart> parts = outcome.parts().isEmpty()
                ? null
                : outcome.parts().stream().map(part -> of(part, i, exact)).toList();
        Condition.InClass inClass = outcome.condition() instanceof Condition.InClass found ? found : null;
        return new Explanation.ConditionPart(
                type(outcome.condition()),
                outcome.held(i),
                outcome.open(i),
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
                inClass == null ? null : inClass.index(),
                inClass == null ? null : inClass.classes().stream().sorted().toList(),
                inClass == null ? null : outcome.index().classCode(i));
    }

    private static Explanation.ConditionPart figure(ConditionOutcome outcome, int i, boolean exact) {
        FigureOutcome found = outcome.figure();
        Condition.Figure figure = found.figure();
        boolean withheld = !exact && found.guarded(i);
        boolean between = figure.comparison() == Condition.Comparison.BETWEEN;
        String level = found.referenceLevel(i);
        Double number = withheld ? null : Rounding.orNull(found.found(i));
        return new Explanation.ConditionPart(
                "figure",
                outcome.held(i),
                outcome.open(i),
                null,
                null,
                figure.indicator(),
                figure.measure().code(),
                figure.measure() == Measure.CHANGE ? (Integer) figure.lag() : null,
                level == null ? null : figure.reference(),
                found.referenceKey(i),
                level,
                level == null ? null : (Boolean) !level.equals(figure.reference()),
                withheld ? null : Rounding.orNull(found.referenceRate(i)),
                figure.comparison().code(),
                figure.value(),
                between ? (Double) figure.upper() : null,
                number,
                number == null || between ? null : (Double) Rounding.round(number - figure.value()),
                withheld ? true : null,
                null,
                null,
                null);
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

    private ConditionParts() {}
}
