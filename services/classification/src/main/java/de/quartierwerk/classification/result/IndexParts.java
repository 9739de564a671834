package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.PolarityOrder;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Spread;
import de.quartierwerk.classification.method.Standardisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Indices with what was found for one space, as far as a caller may see it. */
final class IndexParts {
    private final Outcome outcome;
    private final int at;
    private final ExactScope scope;
    private final Surroundings around;

    IndexParts(Outcome outcome, int at, ExactScope scope) {
        this.outcome = outcome;
        this.at = at;
        this.scope = scope;
        this.around = new Surroundings(outcome, at);
    }

    /** Whether numbers of an index are withheld. */
    boolean hides(IndexOutcome index) {
        return index.guarded() && !scope.all();
    }

    Explanation.IndexPart of(IndexOutcome index, Sentences sentences) {
        boolean hide = hides(index);
        List<Explanation.ComponentPart> components = new ArrayList<>();
        for (int c = 0; c < index.components().size(); c++) {
            components.add(component(index, c));
        }
        boolean shownGap = index.gap(at) != Gap.NONE && (!hide || index.gap(at) == Gap.NOT_IN_UNIVERSE);
        Spread spread = index.spread(at);
        Standardisation how = index.index().restandardise();
        Explanation.IndexPart part = new Explanation.IndexPart(
                index.index().code(),
                index.index().title(),
                index.index().combine(),
                shown(hide, index.raw(at)),
                how.method(),
                Explanation.ScaleDetails.of(how, index.groupKey(at)),
                new Explanation.Scale(
                        shown(hide, spread.mean()),
                        shown(hide, spread.deviation()),
                        shown(hide, spread.minimum()),
                        shown(hide, spread.maximum())),
                shown(hide, index.value(at)),
                new Explanation.Standing(hide ? null : around.position(index), around.positions(index, hide)),
                new Explanation.ClassFound(breaks(index, hide), index.classCode(at), index.classLabel(at)),
                shownGap ? NoValue.of(index.gap(at)) : null,
                components,
                List.of());
        return sentences.describe(part, hide);
    }

    private List<Double> breaks(IndexOutcome index, boolean hide) {
        return Arrays.stream(index.classes().breaks(at))
                .mapToObj(point -> shown(hide && !fixed(index), point))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Breaks given in the document tell nothing about values. */
    private static boolean fixed(IndexOutcome index) {
        return index.index().classes() != null
                && !index.index().classes().breaks().isEmpty();
    }

    private Explanation.ComponentPart component(IndexOutcome index, int c) {
        ComponentOutcome found = index.components().get(c);
        Component component = found.component();
        boolean hide = hides(index);
        Explanation.Source source = source(component);
        boolean secret = secret(index, c, source);
        double measured = found.measured(at);
        return new Explanation.ComponentPart(
                source,
                new Explanation.Measured(
                        shown(secret, measured),
                        shown(secret, before(component)),
                        shown(secret, counts(component) ? column(component, 0).numerator(at) : Double.NaN),
                        shown(secret, counts(component) ? column(component, 0).denominator(at) : Double.NaN),
                        found.imputed(at)
                                ? Objects.requireNonNull(component.impute()).text()
                                : null),
                new Explanation.Prepared(
                        component.transform(),
                        shown(secret || (hide && component.fitted()), found.transformed(at)),
                        component.polarity(),
                        component.polarityOrder() == PolarityOrder.AFTER ? PolarityOrder.AFTER : null),
                component.standardise().method(),
                Explanation.ScaleDetails.of(component.standardise(), found.groupKey(at)),
                scale(component, found.spread(at), hide),
                hide ? null : around.position(index, found),
                shown(hide, found.standardised(at)),
                new Explanation.Share(
                        component.weight(),
                        shown(hide, share(index, c)),
                        shown(hide, found.used() ? index.contribution(c, at) : Double.NaN),
                        hide ? null : (Boolean) !found.used(),
                        shown(hide, found.loading())),
                around.comparisons(component, scope));
    }

    /**
     * Whether the number of a component is withheld: it is suppressed itself, or what stands in its place rests on
     * others of which one is. The number of a condition is whether it held.
     */
    private boolean secret(IndexOutcome index, int c, Explanation.Source source) {
        ComponentOutcome found = index.components().get(c);
        if (found.imputed(at)) {
            return hides(index);
        }
        if (source.condition() != null) {
            return source.condition().restsOnWithheld();
        }
        Component component = found.component();
        return outcome.guarded(component, at) && !(component.indicator() != null ? scope.own() : scope.all());
    }

    private Explanation.Source source(Component component) {
        ConditionExplanation condition = component.condition() == null
                ? null
                : new ConditionParts(outcome, at, scope).component(outcome.condition(component.condition()));
        return new Explanation.Source(component.indicator(), component.index(), component.measure(), condition);
    }

    /** The scale in the numbers as measured and transformed, before polarity. */
    private static Explanation.Scale scale(Component component, Spread spread, boolean hide) {
        double sign = component.sign();
        double low = sign > 0 ? spread.minimum() : -spread.maximum();
        double high = sign > 0 ? spread.maximum() : -spread.minimum();
        return new Explanation.Scale(
                shown(hide, sign * spread.mean()),
                shown(hide, spread.deviation()),
                shown(hide, low),
                shown(hide, high));
    }

    private static boolean counts(Component component) {
        return component.indicator() != null;
    }

    private Column column(Component component, int lag) {
        return outcome.figures().column(component.of(), lag);
    }

    private double before(Component component) {
        return component.indicator() != null && component.looksBack()
                ? column(component, component.lag()).value(at)
                : Double.NaN;
    }

    /** What the standardised value is multiplied by at the space; missing where it is. */
    private double share(IndexOutcome index, int c) {
        ComponentOutcome found = index.components().get(c);
        if (!found.used() || Double.isNaN(found.standardised(at))) {
            return Double.NaN;
        }
        return found.share() * index.factor(at);
    }

    private static @Nullable Double shown(boolean hide, double number) {
        return hide ? null : Rounding.orNull(number);
    }
}
