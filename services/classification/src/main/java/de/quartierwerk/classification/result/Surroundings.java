package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Decimals;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Ties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Where a space stands among others: all of the run, and those of the larger areas it lies in. */
final class Surroundings {
    private final Outcome outcome;
    private final Territory territory;
    private final int at;

    Surroundings(Outcome outcome, int at) {
        this.outcome = outcome;
        this.territory = outcome.territory();
        this.at = at;
    }

    /** A larger area with its members among the spaces that take part. */
    private record Around(String level, String key, IntPredicate members) {}

    private List<Around> areas() {
        List<Around> areas = new ArrayList<>();
        for (int a = territory.parents().get(at);
                a >= 0;
                a = territory.areas().get(a).parent()) {
            Territory.Area area = territory.areas().get(a);
            boolean[] within = territory.within(area.key());
            areas.add(new Around(area.level(), area.key(), i -> within[i] && takesPart(i)));
        }
        return areas;
    }

    private boolean takesPart(int i) {
        return outcome.exclusion(i) == Exclusion.NONE;
    }

    /** Rank of the combined value of an index over its universe, or within the group; null where the space has none. */
    Explanation.@Nullable Position position(IndexOutcome index) {
        return rank(
                index::raw,
                i -> index.together(at, i),
                index.index().restandardise().tied());
    }

    /** The same among the spaces of each larger area. */
    List<Explanation.AreaPosition> positions(IndexOutcome index, boolean hide) {
        return areas().stream()
                .map(area -> new Explanation.AreaPosition(
                        area.level(), area.key(), hide ? null : rank(index::raw, area.members(), Ties.MEAN)))
                .toList();
    }

    /** Rank of a component after transformation and polarity over the universe of its index, or within the group. */
    Explanation.@Nullable Position position(IndexOutcome index, ComponentOutcome component) {
        return rank(
                component::ready,
                i -> index.inUniverse(i) && component.together(at, i),
                component.component().standardise().tied());
    }

    private IntToDoubleFunction ready(Component component) {
        double sign = component.polarity().sign();
        return i -> sign * component.alone(outcome.measured(component, i));
    }

    /** A component of an indicator compared with the larger areas and with all spaces of the run. */
    List<Explanation.AreaComparison> comparisons(Component component, ExactScope scope) {
        if (component.indicator() == null) {
            return List.of();
        }
        List<Around> around = areas();
        around.add(new Around(Condition.ALL, Condition.ALL, i -> takesPart(i) && outcome.inside(i)));
        return around.stream().map(area -> compare(component, area, scope)).toList();
    }

    private Explanation.AreaComparison compare(Component component, Around area, ExactScope scope) {
        Column column = outcome.figures().column(component.of(), 0);
        double numerator = 0;
        double denominator = 0;
        boolean guarded = false;
        boolean any = false;
        for (int i = 0; i < territory.size(); i++) {
            if (area.members().test(i)) {
                guarded |= outcome.guarded(component, i);
                if (!Double.isNaN(column.numerator(i)) && !Double.isNaN(column.denominator(i))) {
                    numerator += column.numerator(i);
                    denominator += column.denominator(i);
                    any = true;
                }
            }
        }
        boolean hide = guarded && !scope.of(area.key());
        double rate = any && denominator != 0 ? numerator / denominator : Double.NaN;
        boolean counts = area.members().test(at) && column.denominator(at) != 0;
        double own = counts ? column.numerator(at) / column.denominator(at) : Double.NaN;
        return new Explanation.AreaComparison(
                area.level(),
                area.key(),
                hide ? null : rank(ready(component), area.members(), Ties.MEAN),
                hide || !any ? null : Rounding.orNull(numerator),
                hide || !any ? null : Rounding.orNull(denominator),
                hide ? null : Rounding.orNull(rate),
                hide ? null : Rounding.orNull((own - rate) / rate * 100),
                hide);
    }

    /**
     * 1 = highest; null where the space has no number or is not among those ranked: the number of a space that was left
     * out may be a suppressed one.
     */
    private Explanation.@Nullable Position rank(IntToDoubleFunction number, IntPredicate among, Ties ties) {
        double own = among.test(at) ? number.applyAsDouble(at) : Double.NaN;
        if (Double.isNaN(own)) {
            return null;
        }
        int above = 0;
        int equal = 0;
        int count = 0;
        for (int i = 0; i < territory.size(); i++) {
            double other = among.test(i) ? number.applyAsDouble(i) : Double.NaN;
            if (!Double.isNaN(other)) {
                boolean tied = Decimals.same(other, own);
                count++;
                above += !tied && other > own ? 1 : 0;
                equal += tied ? 1 : 0;
            }
        }
        if (count == 0) {
            return null;
        }
        double rank = switch (ties) {
            case MEAN -> above + (equal + 1) / 2.0;
            case MIN -> above + 1.0;
            case MAX -> (double) above + equal;
        };
        return new Explanation.Position(rank, count);
    }
}
