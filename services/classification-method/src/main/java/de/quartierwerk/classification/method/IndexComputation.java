package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes one index: measure, impute, transform, polarity, standardise, combine, restandardise, class. */
final class IndexComputation {
    /** Beyond it squares are no numbers any more. */
    private static final double LARGEST = 1e150;

    private final Territory territory;
    private final Figures run;
    private final IndexOutcomes earlier;
    private final IndexPeriods periods;
    private final boolean[] base;
    private final int lag;
    private final @Nullable Outcome known;
    private final Map<String, Groups> groups = new HashMap<>();

    /**
     * @param territory spaces and larger areas
     * @param run columns of the indicators, seen from the run's period
     * @param earlier outcomes of the indices before
     * @param areas spaces that take part, and the areas that they are compared with
     * @param lag how many periods before the run's own it computes
     * @param known an outcome of the same scheme and spaces with other figures, if there is one
     */
    IndexComputation(
            Territory territory,
            Figures run,
            IndexOutcomes earlier,
            References areas,
            int lag,
            @Nullable Outcome known) {
        this.territory = territory;
        this.run = run;
        this.earlier = earlier;
        this.periods = new IndexPeriods(territory, run, earlier, areas);
        this.base = areas.base();
        this.lag = lag;
        this.known = known;
    }

    /** The groups of a level or attribute, found once for all components. */
    private Groups groups(@Nullable String within) {
        return groups.computeIfAbsent(within == null ? "" : within, any -> Groups.of(within, territory, run));
    }

    /** A component with its numbers of the periods over which scales are estimated. */
    private record Estimated(ComponentOutcome.Prepared prepared, Standardised standardised, List<double[]> sample) {}

    IndexOutcome compute(Index index) {
        Known same = lag == 0 ? Known.of(index, known, run) : Known.NOTHING;
        IndexPeriods.AtPeriod now = periods.at(index, lag, same);
        List<IndexPeriods.AtPeriod> sample = new ArrayList<>();
        for (int estimated : index.estimatedOver().lags(lag)) {
            sample.add(estimated == lag ? now : periods.at(index, estimated));
        }
        List<Estimated> columns = new ArrayList<>();
        for (int c = 0; c < index.components().size(); c++) {
            run.proceed();
            ComponentOutcome component = same.component(c, now.universe());
            columns.add(
                    component == null
                            ? column(index, c, now, sample)
                            : new Estimated(
                                    component.prepared(), component.column(), List.of(component.standardised())));
        }
        List<Standardised> standardised =
                columns.stream().map(Estimated::standardised).toList();
        boolean[] usable = Combination.usable(standardised);
        double[][] loadings = loadings(index, columns, usable, sample);
        Combination combination = new Combination(index, usable, loadings[1]);
        double[] raw =
                combination.raw(standardised.stream().map(Standardised::numbers).toList(), now.universe());
        Gap[] gaps = gaps(raw, now.universe(), combination.anything());
        explain(gaps, raw, index, standardised, combination.shares());
        Standardised value = value(index, combination, columns, sample, raw, now);
        close(value, raw, gaps);
        List<ComponentOutcome> outcomes = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            outcomes.add(new ComponentOutcome(
                    index.components().get(c),
                    columns.get(c).prepared(),
                    standardised.get(c),
                    loadings[1][c],
                    loadings[0][c]));
        }
        boolean guarded = now.guarded()
                || sample.stream().anyMatch(IndexPeriods.AtPeriod::guarded)
                || weightsGuarded(index, now, sample);
        ClassContext context = ClassContext.of(index.classes(), this::groups, run.before(lag));
        Classes classes = classes(index, value, standardised, context);
        return new IndexOutcome(
                index, outcomes, raw, value, gaps, classes, now.universe(), guarded, context, uses(index));
    }

    /** The earlier indices that may hold something in place of a missing value. */
    private Map<String, IndexOutcome> uses(Index index) {
        Map<String, IndexOutcome> uses = new HashMap<>();
        for (Component component : index.components()) {
            if (component.index() != null) {
                uses.put(component.index(), earlier.get(component.index(), lag));
            }
        }
        return uses;
    }

    /** Transforms and standardises a component on scales that are estimated over some periods. */
    private Estimated column(Index index, int c, IndexPeriods.AtPeriod now, List<IndexPeriods.AtPeriod> sample) {
        Component component = index.components().get(c);
        List<double[]> measured =
                sample.stream().map(period -> period.measured().get(c)).toList();
        List<boolean[]> universes =
                sample.stream().map(IndexPeriods.AtPeriod::universe).toList();
        Groups groups = groups(component.standardise().within());
        Sample all = Sample.of(measured, universes, groups, null);
        Preparation preparation = Preparation.of(component.transforms(), all.x(), all.universe());
        List<double[]> ready =
                measured.stream().map(x -> ready(component, preparation, x)).toList();
        Sample estimate = Sample.of(
                ready, universes, groups, weights(component.standardise().weight(), sample));
        Scales scales = scales(index, component, estimate);
        double[] own = ready(component, preparation, now.measured().get(c));
        Standardised standardised = Standardised.on(scales, new Sample(own, now.universe(), groups, null));
        boolean[] imputed = now.imputed().get(c);
        score(component, standardised, now.universe(), imputed);
        List<double[]> placed =
                !index.combine().estimated() && index.restandardise().isNone()
                        ? List.of()
                        : placed(component, scales, ready, universes, groups, standardised);
        return new Estimated(
                new ComponentOutcome.Prepared(preparation, now.measured().get(c), own, imputed), standardised, placed);
    }

    /** The standardised numbers of all periods over which scales are estimated. */
    private static List<double[]> placed(
            Component component,
            Scales scales,
            List<double[]> ready,
            List<boolean[]> universes,
            Groups groups,
            Standardised now) {
        if (ready.size() == 1) {
            return List.of(now.numbers());
        }
        List<double[]> placed = new ArrayList<>();
        for (int t = 0; t < ready.size(); t++) {
            Standardised then = Standardised.on(scales, new Sample(ready.get(t), universes.get(t), groups, null));
            score(component, then, universes.get(t), new boolean[ready.get(t).length]);
            placed.add(then.numbers());
        }
        return placed;
    }

    /** Principal components rest on centred and scaled columns, of ranks where the component is ranked. */
    private static Scales scales(Index index, Component component, Sample sample) {
        Standardisation how = component.standardise();
        boolean plain = how.isNone() && index.combine().factor();
        boolean principal = index.combine() == Combine.FIRST_PRINCIPAL_COMPONENT;
        if (plain || (principal && how.linear())) {
            Standardisation z = Standardisation.of(Standardise.Z_POPULATION);
            return Scales.of(z, component.sign(), component.turned(), sample);
        }
        Scales scales = Scales.of(how, component.sign(), component.turned(), sample);
        return principal
                ? scales.rescaled(
                        Sample.of(scales.places(sample.x(), sample.universe(), sample.groups()), sample.universe()))
                : scales;
    }

    private static double[] ready(Component component, Preparation preparation, double... measured) {
        double[] ready = new double[measured.length];
        for (int i = 0; i < ready.length; i++) {
            ready[i] = component.sign() * preparation.apply(measured[i]);
        }
        return ready;
    }

    /** A given number in place of missing standardised ones. */
    private static void score(Component component, Standardised standardised, boolean[] universe, boolean[] imputed) {
        Impute impute = component.impute();
        if (impute == null || impute.kind() != Impute.Kind.SCORE || !standardised.usable()) {
            return;
        }
        for (int i = 0; i < universe.length; i++) {
            if (universe[i] && Double.isNaN(standardised.numbers()[i])) {
                standardised.numbers()[i] = impute.score();
                imputed[i] = true;
            }
        }
    }

    /** Loadings, and in the second row what the columns are multiplied by. */
    private static double[][] loadings(
            Index index, List<Estimated> columns, boolean[] usable, List<IndexPeriods.AtPeriod> sample) {
        if (!index.combine().estimated()) {
            return new double[][] {Column.nothing(usable.length), Combination.shares(index, usable)};
        }
        List<double[]> all = columns.stream()
                .map(column -> column.sample().size() == 1 ? column.sample().get(0) : Sample.joined(column.sample()))
                .toList();
        List<boolean[]> universes =
                sample.stream().map(IndexPeriods.AtPeriod::universe).toList();
        boolean[] universe = Sample.of(columns.get(0).sample(), universes, Groups.whole(usable.length), null)
                .universe();
        if (index.combine().factor()) {
            return PrincipalComponent.factor(index, all, usable, universe);
        }
        double[] loadings = PrincipalComponent.loadings(index, all, usable, universe);
        return new double[][] {loadings, loadings};
    }

    /** The restandardised value, on scales that are estimated over some periods. */
    private Standardised value(
            Index index,
            Combination combination,
            List<Estimated> columns,
            List<IndexPeriods.AtPeriod> sample,
            double[] raw,
            IndexPeriods.AtPeriod now) {
        Standardisation how = index.restandardise();
        Groups groups = groups(how.within());
        if (index.estimatedOver().isRun() || how.isNone()) {
            return Standardised.of(how, new Sample(raw, now.universe(), groups, weights(how.weight(), now)));
        }
        List<double[]> raws = new ArrayList<>();
        for (int t = 0; t < sample.size(); t++) {
            int at = t;
            raws.add(combination.raw(
                    columns.stream().map(column -> column.sample().get(at)).toList(),
                    sample.get(t).universe()));
        }
        Sample estimate = Sample.of(
                raws,
                sample.stream().map(IndexPeriods.AtPeriod::universe).toList(),
                groups,
                weights(how.weight(), sample));
        Scales scales = Scales.of(how, 1, false, estimate);
        return Standardised.on(scales, new Sample(raw, now.universe(), groups, null));
    }

    private Classes classes(Index index, Standardised value, List<Standardised> components, ClassContext context) {
        if (index.classes() == null || index.classes().method() != ClassRule.Method.K_MEANS) {
            return Classes.of(index.classes(), value.numbers(), context);
        }
        List<double[]> columns = components.stream()
                .filter(Standardised::usable)
                .map(Standardised::numbers)
                .toList();
        return KMeans.classes(index.classes().count(), value.numbers(), columns, run::proceed);
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
            boolean apart = false;
            for (int c = 0; c < shares.length; c++) {
                Standardised column = columns.get(c);
                double x = column.numbers()[i];
                boolean counts = column.usable() && shares[c] != 0;
                present |= counts && !Double.isNaN(x);
                negative |= counts && x < 0;
                apart |= counts && Double.isNaN(x) && !column.groups().isWhole();
            }
            Gap reason = index.combine().onlyPositive() && negative ? Gap.NEGATIVE_COMPONENT : Gap.NOT_COMPUTABLE;
            gaps[i] = apart ? Gap.NOTHING_VARIES : present ? reason : Gap.COMPONENT_MISSING;
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

    /** A suppressed weight tells as much as a suppressed component. */
    private static boolean weightsGuarded(Index index, IndexPeriods.AtPeriod now, List<IndexPeriods.AtPeriod> sample) {
        String weight = index.restandardise().weight();
        return guarded(index.classes() == null ? null : index.classes().weight(), now)
                || guarded(weight, now)
                || sample.stream().anyMatch(period -> guarded(weight, period));
    }

    private static boolean guarded(@Nullable String weight, IndexPeriods.AtPeriod period) {
        Column column = weight == null ? new Column(0) : period.figures().column(weight, 0);
        return IntStream.range(0, column.size()).anyMatch(i -> period.universe()[i] && column.guarded(i));
    }

    /** The weights of each period; null where every space counts the same. */
    private static @Nullable List<double[]> weights(@Nullable String weight, List<IndexPeriods.AtPeriod> sample) {
        return weight == null
                ? null
                : sample.stream()
                        .map(period -> values(period.figures().column(weight, 0)))
                        .toList();
    }

    private static double @Nullable [] weights(@Nullable String weight, IndexPeriods.AtPeriod period) {
        return weight == null ? null : values(period.figures().column(weight, 0));
    }

    private static double[] values(Column column) {
        double[] values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.value(i);
        }
        return values;
    }
}
