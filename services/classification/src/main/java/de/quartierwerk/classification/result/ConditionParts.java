package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.ConditionOutcome;
import de.quartierwerk.classification.method.FigureOutcome;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains conditions with what was found for one space. */
final class ConditionParts {
    private final Outcome outcome;
    private final int at;
    private final ExactScope scope;

    ConditionParts(Outcome outcome, int at, ExactScope scope) {
        this.outcome = outcome;
        this.at = at;
        this.scope = scope;
    }

    /** The rule of a need; everybody may know whether it held. */
    ConditionExplanation rule(ConditionOutcome rule) {
        return of(rule, true);
    }

    /** A condition that is a component of an index, of which everybody may know the class alone. */
    ConditionExplanation component(ConditionOutcome condition) {
        return of(condition, false);
    }

    /**
     * A part that rests on a withheld figure does not say whether it held: that would be a threshold to probe with.
     *
     * @param isRule whether it is the rule itself and no part of it
     */
    private ConditionExplanation of(ConditionOutcome condition, boolean isRule) {
        if (condition.figure() != null) {
            return figure(condition, condition.figure(), isRule);
        }
        if (condition.condition() instanceof Condition.InClass wanted) {
            return new ConditionExplanation.InClass(
                    ConditionExplanation.Type.CLASS,
                    condition.held(at),
                    condition.open(at),
                    wanted.index(),
                    wanted.classes().stream().sorted().toList(),
                    Objects.requireNonNull(condition.index()).classCode(at));
        }
        if (condition.condition() instanceof Condition.IndexValue wanted) {
            return ofIndex(condition, wanted, isRule);
        }
        List<ConditionExplanation> parts =
                condition.parts().stream().map(part -> of(part, false)).toList();
        boolean hide = !isRule && parts.stream().anyMatch(ConditionExplanation::restsOnWithheld);
        return new ConditionExplanation.Combined(
                type(condition.condition()),
                hide ? null : (Boolean) condition.held(at),
                hide ? null : (Boolean) condition.open(at),
                condition.condition() instanceof Condition.AtLeast atLeast ? (Integer) atLeast.count() : null,
                parts);
    }

    private ConditionExplanation ofIndex(ConditionOutcome condition, Condition.IndexValue wanted, boolean isRule) {
        IndexOutcome index = Objects.requireNonNull(condition.index());
        boolean withheld = index.guarded() && !scope.all();
        boolean hide = withheld && !isRule;
        boolean between = wanted.comparison() == Condition.Operator.BETWEEN;
        return new ConditionExplanation.OfIndex(
                ConditionExplanation.Type.VALUE,
                hide ? null : (Boolean) condition.held(at),
                hide ? null : (Boolean) condition.open(at),
                wanted.index(),
                new ConditionExplanation.Threshold(
                        wanted.comparison(), wanted.value(), between ? (Double) wanted.upper() : null),
                withheld ? null : Rounding.orNull(index.value(at)),
                withheld ? true : null);
    }

    private ConditionExplanation figure(ConditionOutcome condition, FigureOutcome compared, boolean isRule) {
        Condition.Figure figure = compared.figure();
        boolean withheld = compared.guarded(at) && !scope.of(compared.referenceKey(at));
        boolean hide = withheld && !isRule;
        boolean between = figure.comparison() == Condition.Operator.BETWEEN;
        return new ConditionExplanation.Figure(
                ConditionExplanation.Type.FIGURE,
                hide ? null : (Boolean) condition.held(at),
                hide ? null : (Boolean) condition.open(at),
                figure.indicator(),
                figure.measure(),
                figure.measure() == Measure.CHANGE ? (Integer) figure.lag() : null,
                reference(compared, withheld),
                new ConditionExplanation.Threshold(
                        figure.comparison(), figure.value(), between ? (Double) figure.upper() : null),
                found(compared, withheld),
                withheld ? true : null);
    }

    private ConditionExplanation.@Nullable Reference reference(FigureOutcome compared, boolean withheld) {
        String level = compared.referenceLevel(at);
        String wanted = compared.figure().reference();
        return level == null
                ? null
                : new ConditionExplanation.Reference(
                        wanted,
                        compared.referenceKey(at),
                        level,
                        !level.equals(wanted),
                        withheld ? null : Rounding.orNull(compared.referenceRate(at)));
    }

    private ConditionExplanation.Found found(FigureOutcome compared, boolean withheld) {
        Condition.Figure figure = compared.figure();
        Column column = outcome.figures().column(figure.indicator(), 0);
        boolean secret = column.guarded(at) && !scope.own();
        Double number = withheld ? null : Rounding.orNull(compared.found(at));
        return new ConditionExplanation.Found(
                number,
                secret ? null : Rounding.orNull(column.numerator(at)),
                secret ? null : Rounding.orNull(column.denominator(at)),
                number == null ? null : (Double) Rounding.round(margin(figure, number)));
    }

    /** Found less threshold; of between the distance to the nearer end, negative outside; never infinite. */
    private static double margin(Condition.Figure figure, double found) {
        double margin = figure.comparison() == Condition.Operator.BETWEEN
                ? Math.min(found - figure.value(), figure.upper() - found)
                : found - figure.value();
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, margin));
    }

    private static ConditionExplanation.Type type(Condition condition) {
        if (condition instanceof Condition.AllOf) {
            return ConditionExplanation.Type.ALL_OF;
        } else if (condition instanceof Condition.AnyOf) {
            return ConditionExplanation.Type.ANY_OF;
        } else if (condition instanceof Condition.AtLeast) {
            return ConditionExplanation.Type.AT_LEAST;
        }
        return ConditionExplanation.Type.NOT;
    }
}
