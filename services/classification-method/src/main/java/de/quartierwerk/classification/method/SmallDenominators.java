package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;

/**
 * Ratios with small denominators: how far chance may carry them ({@link Wilson}), and whether the class of the space
 * would be another at an end of the interval, all other numbers staying as they are.
 */
public final class SmallDenominators {
    private static final double CLOSE = 1e-6;

    private final Outcome outcome;
    private final IndexOutcome index;
    private final boolean[] universe;
    private final ClassScale scale;

    private SmallDenominators(Outcome outcome, IndexOutcome index) {
        this.outcome = outcome;
        this.index = index;
        this.universe = Variant.universe(index, outcome.territory().size());
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
        boolean ranked = index.index().combine() == Combine.FIRST_PRINCIPAL_COMPONENT
                && component.standardise().method().byRank();
        if (component.indicator() == null || component.measure() != Measure.VALUE || !part.used() || ranked) {
            return;
        }
        Column column = outcome.figures().column(component.indicator(), 0);
        double unit = unit(column);
        for (int i = 0; i < universe.length; i++) {
            double n = column.numerator(i);
            double d = column.denominator(i);
            boolean share = d > 0 && n >= 0 && n <= d && d < limit && index.classAt(i) >= 0;
            if (share && StrictMath.abs(column.value(i) - unit * n / d) <= CLOSE * unit) {
                Wilson wilson = Wilson.of(n, d);
                double low = unit * wilson.low();
                double high = unit * wilson.high();
                boolean crosses = classWith(c, i, low) != index.classAt(i) || classWith(c, i, high) != index.classAt(i);
                found.add(new Interval(component, i, low, high, crosses));
            }
        }
    }

    /** What a ratio is multiplied by in the value, mostly 100; from the first space that tells. */
    static double unit(Column column) {
        for (int i = 0; i < column.size(); i++) {
            if (column.numerator(i) > 0 && column.denominator(i) > 0 && column.value(i) > 0) {
                return column.value(i) / (column.numerator(i) / column.denominator(i));
            }
        }
        return Double.NaN;
    }

    private int classWith(int c, int i, double measured) {
        ComponentOutcome part = index.components().get(c);
        double x = part.place(measured, i);
        boolean additive = index.index().combine().additive() && index.index().rawDecimals() == null;
        double change = (x - part.standardised(i)) * part.share() * index.factor(i);
        double raw = additive ? index.raw(i) + change : index.rawWith(c, x, i);
        return scale.classOf(index.place(raw, i));
    }
}
