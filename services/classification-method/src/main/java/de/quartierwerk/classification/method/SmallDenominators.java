package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Ratios with small denominators: how far chance may carry them ({@link Wilson}), and whether the class of the space
 * would be another at an end of the interval, all other numbers staying as they are.
 */
public final class SmallDenominators {
    private static final double CLOSE = 1e-6;
    /** Standardisations that keep distances; principal components rest on them as they are. */
    static final Set<Standardise> LINEAR =
            Set.of(Standardise.NONE, Standardise.Z_POPULATION, Standardise.Z_SAMPLE, Standardise.MIN_MAX);

    private final Outcome outcome;
    private final IndexOutcome index;
    private final boolean[] universe;
    private final Ranks raws;
    private final ClassScale scale;

    private SmallDenominators(Outcome outcome, IndexOutcome index) {
        this.outcome = outcome;
        this.index = index;
        this.universe = Variant.universe(index, outcome.territory().size());
        this.raws = Ranks.of(index.raws(), universe);
        this.scale = new ClassScale(index, universe);
    }

    /**
     * A ratio of a space.
     *
     * @param component which component
     * @param position which space
     * @param low lower end in the unit of the value
     * @param high upper end
     * @param crosses whether the class at an end differs from the space's class
     */
    public record Interval(Component component, int position, double low, double high, boolean crosses) {}

    /** The ratios of an index with classes whose denominator is below a limit. */
    public static List<Interval> of(Outcome outcome, IndexOutcome index, double limit) {
        List<Interval> found = new ArrayList<>();
        if (ClassScale.possible(index)) {
            SmallDenominators all = new SmallDenominators(outcome, index);
            for (int c = 0; c < index.components().size(); c++) {
                all.collect(found, c, limit);
            }
        }
        return found;
    }

    private void collect(List<Interval> found, int c, double limit) {
        ComponentOutcome part = index.components().get(c);
        Component component = part.component();
        boolean components = index.index().combine() == Combine.FIRST_PRINCIPAL_COMPONENT;
        boolean ranked = components && !LINEAR.contains(component.standardise());
        if (component.indicator() == null || component.measure() != Measure.VALUE || !part.used() || ranked) {
            return;
        }
        Column column = outcome.figures().column(component.indicator(), 0);
        double unit = unit(column);
        Ranks ranks = Ranks.of(Variant.ready(outcome, component), universe);
        for (int i = 0; i < universe.length; i++) {
            double n = column.numerator(i);
            double d = column.denominator(i);
            boolean share = d > 0 && n >= 0 && n <= d && d < limit && index.classAt(i) >= 0;
            if (share && StrictMath.abs(column.value(i) - unit * n / d) <= CLOSE * unit) {
                Wilson wilson = Wilson.of(n, d);
                double low = unit * wilson.low();
                double high = unit * wilson.high();
                boolean crosses = classWith(c, ranks, i, low) != index.classAt(i)
                        || classWith(c, ranks, i, high) != index.classAt(i);
                found.add(new Interval(component, i, low, high, crosses));
            }
        }
    }

    /** What a ratio is multiplied by in the value, mostly 100; from the first space that tells. */
    private static double unit(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (column.numerator(i) > 0 && column.denominator(i) > 0 && column.value(i) > 0) {
                return column.value(i) / (column.numerator(i) / column.denominator(i));
            }
        }
        return Double.NaN;
    }

    private int classWith(int c, Ranks ranks, int i, double measured) {
        ComponentOutcome part = index.components().get(c);
        boolean components = index.index().combine() == Combine.FIRST_PRINCIPAL_COMPONENT;
        Standardise how =
                components ? Standardise.Z_POPULATION : part.component().standardise();
        double ready = part.component().polarity().sign()
                * part.component().transform().apply(measured);
        double x = Scale.place(how, part.spread(), ranks, ready);
        boolean geometric = index.index().combine() == Combine.GEOMETRIC_MEAN;
        double change = (x - part.standardised(i)) * part.share() * index.factor(i);
        double raw = geometric ? geometricMean(c, i, x) : index.raw(i) + change;
        return scale.classOf(Scale.place(index.index().restandardise(), index.spread(), raws, raw));
    }

    private double geometricMean(int changed, int i, double x) {
        double sum = 0;
        for (int c = 0; c < index.components().size(); c++) {
            ComponentOutcome part = index.components().get(c);
            double number = c == changed ? x : part.standardised(i);
            if (part.used() && (c == changed || !Double.isNaN(number))) {
                sum += Combination.part(true, part.share(), number);
            }
        }
        return StrictMath.exp(sum * index.factor(i));
    }
}
