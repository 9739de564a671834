package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Spread;
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
        Spread spread = index.spread();
        Explanation.IndexPart part = new Explanation.IndexPart(
                index.index().code(),
                index.index().title(),
                index.index().combine(),
                shown(hide, index.raw(at)),
                index.index().restandardise(),
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

    private static List<Double> breaks(IndexOutcome index, boolean hide) {
        return Arrays.stream(index.classes().breaks())
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
        boolean secret = outcome.guarded(component, at) && !(component.index() == null ? scope.own() : scope.all());
        double sign = component.polarity().sign();
        double measured = outcome.measured(component, at);
        double low = sign > 0 ? found.spread().minimum() : -found.spread().maximum();
        double high = sign > 0 ? found.spread().maximum() : -found.spread().minimum();
        return new Explanation.ComponentPart(
                new Explanation.Source(component.indicator(), component.index(), component.measure()),
                new Explanation.Measured(
                        shown(secret, measured),
                        shown(secret, before(component)),
                        shown(secret, counts(component) ? column(component, 0).numerator(at) : Double.NaN),
                        shown(secret, counts(component) ? column(component, 0).denominator(at) : Double.NaN)),
                new Explanation.Prepared(
                        component.transform().text(),
                        shown(secret, component.transform().apply(measured)),
                        component.polarity()),
                component.standardise(),
                new Explanation.Scale(
                        shown(hide, sign * found.spread().mean()),
                        shown(hide, found.spread().deviation()),
                        shown(hide, low),
                        shown(hide, high)),
                hide ? null : around.position(index, component),
                shown(hide, found.standardised(at)),
                new Explanation.Share(
                        component.weight(),
                        shown(hide, share(index, c)),
                        shown(hide, found.used() ? index.contribution(c, at) : Double.NaN),
                        hide ? null : (Boolean) !found.used()),
                around.comparisons(component, scope));
    }

    private static boolean counts(Component component) {
        return component.index() == null;
    }

    private Column column(Component component, int lag) {
        return outcome.figures().column(component.of(), lag);
    }

    private double before(Component component) {
        return component.index() == null && component.looksBack()
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
