package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes one index: measure, transform, polarity, standardise, combine, restandardise, class. */
final class IndexComputation {
    /** Beyond it squares are no numbers any more. */
    private static final double LARGEST = 1e150;

    private final Figures figures;
    private final IndexOutcomes earlier;
    private final boolean[] base;
    private final int lag;

    /**
     * @param figures columns of the indicators
     * @param earlier outcomes of the indices before
     * @param base spaces that take part in the run
     * @param lag how many periods before the run's own it computes
     */
    IndexComputation(Figures figures, IndexOutcomes earlier, boolean[] base, int lag) {
        this.figures = lag == 0 ? figures : figures.before(lag);
        this.earlier = earlier;
        this.base = base;
        this.lag = lag;
    }

    IndexOutcome compute(Index index) {
        List<double[]> columns = new ArrayList<>();
        for (Component component : index.components()) {
            figures.proceed();
            columns.add(ready(component));
        }
        boolean[] universe = universe(index, columns);
        List<Standardised> standardised = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            standardised.add(standardised(index, c, columns.get(c), universe));
        }
        Combination combination = new Combination(index, universe);
        double[] shares = combination.shares(standardised);
        double[] raw = combination.raw(standardised, shares);
        boolean anything = false;
        for (int c = 0; c < shares.length; c++) {
            anything |= standardised.get(c).usable() && shares[c] != 0;
        }
        Gap[] gaps = gaps(raw, universe, anything);
        explain(gaps, raw, index, standardised, shares);
        Standardised value = Standardised.of(index.restandardise(), raw, universe);
        close(value, raw, gaps);
        List<ComponentOutcome> outcomes = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            outcomes.add(new ComponentOutcome(index.components().get(c), standardised.get(c), shares[c]));
        }
        Classes classes = lag > 0 ? Classes.NONE : classes(index, value, standardised);
        return new IndexOutcome(index, outcomes, raw, value, gaps, classes, universe, guarded(index, universe));
    }

    /** Principal components rest on centred and scaled columns, of ranks where the component is ranked. */
    private static Standardised standardised(Index index, int component, double[] column, boolean[] universe) {
        Standardise how = index.components().get(component).standardise();
        if (index.combine() != Combine.FIRST_PRINCIPAL_COMPONENT) {
            return Standardised.of(how, column, universe);
        }
        return how.linear()
                ? Standardised.of(Standardise.Z_POPULATION, column, universe)
                : Standardised.of(how, column, universe).rescaled(universe);
    }

    private Classes classes(Index index, Standardised value, List<Standardised> components) {
        if (index.classes() == null || index.classes().method() != ClassRule.Method.K_MEANS) {
            return Classes.of(index.classes(), value.numbers());
        }
        List<double[]> columns = components.stream()
                .filter(Standardised::usable)
                .map(Standardised::numbers)
                .toList();
        return KMeans.classes(index.classes().count(), value.numbers(), columns, figures::proceed);
    }

    /** The component's number of every space after measure, transform and polarity. */
    private double[] ready(Component component) {
        double sign = component.polarity().sign();
        double[] x = new double[base.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = base[i] ? sign * component.transform().apply(measured(component, i)) : Double.NaN;
        }
        return x;
    }

    private double measured(Component component, int i) {
        return component.index() == null
                ? Measures.simple(figures, component.of(), component.measure(), component.lag(), i)
                : earlier.measured(component, lag, i);
    }

    private boolean[] universe(Index index, List<double[]> columns) {
        boolean[] universe = new boolean[base.length];
        boolean all = index.missing() == Missing.EXCLUDE_SPACE;
        for (int i = 0; i < universe.length; i++) {
            boolean in = all;
            for (double[] column : columns) {
                boolean present = !Double.isNaN(column[i]);
                in = all ? in && present : in || present;
            }
            universe[i] = base[i] && in;
        }
        return universe;
    }

    private Gap[] gaps(double[] raw, boolean[] universe, boolean anything) {
        Gap[] gaps = new Gap[raw.length];
        Arrays.fill(gaps, Gap.NONE);
        for (int i = 0; i < raw.length; i++) {
            if (!base[i]) {
                gaps[i] = Gap.NOT_IN_UNIVERSE;
            } else if (!universe[i]) {
                gaps[i] = Gap.COMPONENT_MISSING;
            } else if (!anything) {
                gaps[i] = Gap.NOTHING_VARIES;
                raw[i] = Double.NaN;
            } else if (StrictMath.abs(raw[i]) > LARGEST) {
                gaps[i] = Gap.NOT_COMPUTABLE;
                raw[i] = Double.NaN;
            }
        }
        return gaps;
    }

    /** Why a space of the universe has no combined value. */
    private static void explain(Gap[] gaps, double[] raw, Index index, List<Standardised> columns, double... shares) {
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] != Gap.NONE || !Double.isNaN(raw[i])) {
                continue;
            }
            boolean present = false;
            boolean negative = false;
            for (int c = 0; c < shares.length; c++) {
                double x = columns.get(c).numbers()[i];
                boolean counts = columns.get(c).usable() && shares[c] != 0;
                present |= counts && !Double.isNaN(x);
                negative |= counts && x < 0;
            }
            boolean geometric = index.combine() == Combine.GEOMETRIC_MEAN;
            Gap reason = geometric && negative ? Gap.NEGATIVE_COMPONENT : Gap.NOT_COMPUTABLE;
            gaps[i] = present ? reason : Gap.COMPONENT_MISSING;
        }
    }

    /** Takes back what cannot be restandardised, so that a space has both raw and value or neither. */
    private static void close(Standardised value, double[] raw, Gap[] gaps) {
        double[] numbers = value.numbers();
        for (int i = 0; i < raw.length; i++) {
            if (gaps[i] == Gap.NONE && (Double.isNaN(numbers[i]) || Double.isInfinite(numbers[i]))) {
                boolean finite = !Double.isInfinite(numbers[i])
                        && !Double.isInfinite(value.spread().deviation());
                gaps[i] = finite ? Gap.NOTHING_VARIES : Gap.NOT_COMPUTABLE;
                numbers[i] = Double.NaN;
                raw[i] = Double.NaN;
            }
        }
    }

    private boolean guarded(Index index, boolean[] universe) {
        for (Component component : index.components()) {
            if (component.index() != null ? earlier.guarded(component, lag) : guarded(component, universe)) {
                return true;
            }
        }
        return false;
    }

    private boolean guarded(Component component, boolean[] universe) {
        Column now = figures.column(component.of(), 0);
        Column before = component.looksBack() ? figures.column(component.of(), component.lag()) : now;
        for (int i = 0; i < universe.length; i++) {
            if (universe[i] && (now.guarded(i) || before.guarded(i))) {
                return true;
            }
        }
        return false;
    }
}
