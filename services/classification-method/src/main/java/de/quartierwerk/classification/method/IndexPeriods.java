package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Reads what the components of an index measure, period by period. */
final class IndexPeriods {
    private final Territory territory;
    private final Figures run;
    private final IndexOutcomes earlier;
    private final References areas;
    private final boolean[] base;

    /**
     * @param territory spaces and larger areas
     * @param run columns of the indicators, seen from the run's period
     * @param earlier outcomes of the indices before
     * @param areas spaces that take part, and the areas that they are compared with
     */
    IndexPeriods(Territory territory, Figures run, IndexOutcomes earlier, References areas) {
        this.territory = territory;
        this.run = run;
        this.earlier = earlier;
        this.areas = areas;
        this.base = areas.base();
    }

    /**
     * What the components of an index measure at one period.
     *
     * @param figures columns of the indicators, seen from the period
     * @param measured a column for each component, with what takes the place of missing values
     * @param imputed where something does, for each component
     * @param universe spaces that belong to the universe of the index
     * @param guarded whether a suppressed value takes part
     */
    @SuppressWarnings("ArrayRecordComponent") // columns, which are never compared
    record AtPeriod(
            Figures figures, List<double[]> measured, List<boolean[]> imputed, boolean[] universe, boolean guarded) {}

    /** What an index measures {@code lag} periods before the run's own. */
    AtPeriod at(Index index, int lag) {
        return at(index, lag, Known.NOTHING);
    }

    /**
     * The same.
     *
     * @param known components that have been measured already
     */
    AtPeriod at(Index index, int lag, Known known) {
        Figures figures = lag == 0 ? run : run.before(lag);
        Imputation imputation = new Imputation(territory, figures, base);
        List<double[]> measured = new ArrayList<>();
        List<boolean[]> imputed = new ArrayList<>();
        List<double[]> present = new ArrayList<>();
        for (Component component : index.components()) {
            ComponentOutcome same = known.component(measured.size());
            double[] x = same == null ? measured(component, figures, lag) : same.measured();
            imputed.add(imputation.fill(component, x));
            measured.add(x);
            present.add(present(component, x));
        }
        boolean[] universe = universe(index, present);
        return new AtPeriod(figures, measured, imputed, universe, guarded(index, figures, universe, lag));
    }

    private double[] measured(Component component, Figures figures, int lag) {
        double[] x = Column.nothing(base.length);
        ConditionOutcome condition =
                component.condition() == null ? null : conditions(figures, lag).compute(component.condition());
        IntToDoubleFunction number = condition != null
                ? condition::number
                : component.index() == null
                        ? Measures.simple(figures, component.of(), component.measure(), component.lag())
                        : i -> earlier.measured(component, lag, i);
        for (int i = 0; i < x.length; i++) {
            if (base[i]) {
                x[i] = number.applyAsDouble(i);
            }
        }
        return x;
    }

    private ConditionComputation conditions(Figures figures, int lag) {
        return new ConditionComputation(new FigureComputation(figures, areas), earlier.at(lag), base);
    }

    /** Where a component has a number: transformed, or one that takes the place of the standardised one. */
    private double[] present(Component component, double[] measured) {
        boolean scored = component.impute() != null && component.impute().kind() == Impute.Kind.SCORE;
        Preparation preparation = Preparation.single(component.transforms());
        if (!scored && preparation.isNothing()) {
            return measured;
        }
        double[] present = new double[measured.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = scored ? 0 : preparation.apply(measured[i]);
        }
        return present;
    }

    private boolean[] universe(Index index, List<double[]> columns) {
        boolean[] universe = new boolean[base.length];
        boolean all = index.missing() == Missing.EXCLUDE_SPACE;
        Arrays.fill(universe, all);
        for (double[] column : columns) {
            for (int i = 0; i < universe.length; i++) {
                boolean there = !Double.isNaN(column[i]);
                universe[i] = all ? universe[i] && there : universe[i] || there;
            }
        }
        for (int i = 0; i < universe.length; i++) {
            universe[i] &= base[i];
        }
        return universe;
    }

    private boolean guarded(Index index, Figures figures, boolean[] universe, int lag) {
        for (Component component : index.components()) {
            if (component.index() != null
                    ? earlier.guarded(component, lag)
                    : component.condition() != null
                            ? guarded(component.condition(), figures, lag)
                            : guarded(component, figures, universe)) {
                return true;
            }
            String weight = component.standardise().weight();
            if (weight != null && guarded(figures.column(weight, 0), universe)) {
                return true;
            }
        }
        return false;
    }

    private boolean guarded(Component component, Figures figures, boolean[] universe) {
        boolean filled = component.impute() != null;
        boolean[] among = filled ? base : universe;
        Column areas = filled ? figures.areas(component.of(), 0) : null;
        if (areas != null && IntStream.range(0, areas.size()).anyMatch(areas::guarded)) {
            return true;
        }
        return guarded(figures.column(component.of(), 0), among)
                || (component.looksBack() && guarded(figures.column(component.of(), component.lag()), among));
    }

    private static boolean guarded(Column column, boolean[] among) {
        for (int i = 0; i < among.length; i++) {
            if (among[i] && column.guarded(i)) {
                return true;
            }
        }
        return false;
    }

    /** A condition tells something of every value that it looks at. */
    private boolean guarded(Condition condition, Figures figures, int lag) {
        if (condition instanceof Condition.Figure figure) {
            boolean[] among = figure.measure().compares() ? areas.comparedWith(figure.reference()) : base;
            return guarded(figures.column(figure.indicator(), 0), among)
                    || guarded(figures.column(figure.indicator(), figure.lag()), among);
        } else if (condition instanceof Condition.InClass inClass) {
            return earlier.get(inClass.index(), lag).guarded();
        } else if (condition instanceof Condition.IndexValue value) {
            return earlier.get(value.index(), lag).guarded();
        }
        return condition.within().stream().anyMatch(part -> guarded(part, figures, lag));
    }
}
