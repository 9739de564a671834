package de.quartierwerk.classification.method;

import static de.quartierwerk.classification.method.Samples.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IndexChangeTest {
    private static final Map<String, Column> COLUMNS = Map.of(
            "x", Column.of(1, 2, 3, 6),
            "x-1", Column.of(0, 2, 4, 5),
            "x-2", Column.of(4, 2, GAP, 0),
            "x-3", Column.of(1, 1, 3, 3));

    private static final Index POSITION = Samples.with(
            Samples.index("position", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
            Standardise.MIN_MAX,
            null,
            null);

    private static Component of(String index, Measure measure, int lag) {
        return new Component(null, index, measure, lag, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);
    }

    private static Index change(String code, String of, Measure measure, int lag) {
        return Samples.index(code, Combine.SUM, Missing.EXCLUDE_SPACE, of(of, measure, lag));
    }

    private static IndexOutcome last(Index... indices) {
        return Samples.compute(Samples.scheme(List.of(indices), List.of()), Samples.flat(4), COLUMNS)
                .index(indices[indices.length - 1].code());
    }

    @Test
    void theChangeIsTheValueLessTheOneItWouldHaveHadThen() {
        IndexOutcome outcome = last(POSITION, change("change", "position", Measure.CHANGE, 2));

        // now 0, .2, .4, 1; two periods before 1, .5, -, 0 over the three spaces that had a value
        assertThat(outcome.value(0)).isCloseTo(-1, within(1e-12));
        assertThat(outcome.value(1)).isCloseTo(-0.3, within(1e-12));
        assertThat(outcome.value(2)).isNaN();
        assertThat(outcome.gap(2)).isEqualTo(Gap.COMPONENT_MISSING);
        assertThat(outcome.value(3)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theChangeInPercentIsMissingWhereTheEarlierValueIsZero() {
        IndexOutcome outcome = last(POSITION, change("change", "position", Measure.PERCENT_CHANGE, 2));

        assertThat(outcome.value(0)).isCloseTo(-100, within(1e-12));
        assertThat(outcome.value(1)).isCloseTo(-60, within(1e-12));
        assertThat(outcome.value(3)).isNaN();
        assertThat(outcome.gap(3)).isEqualTo(Gap.COMPONENT_MISSING);
    }

    @Test
    void theChangeOfAChangeLooksBackTwice() {
        Index change = change("change", "position", Measure.CHANGE, 1);
        Index turn = change("turn", "change", Measure.CHANGE, 2);
        Scheme scheme = Samples.scheme(List.of(POSITION, change, turn), List.of());

        IndexOutcome outcome = last(POSITION, change, turn);

        // change now: .2 - .4; change two periods before: .5 - 0
        assertThat(outcome.value(1)).isCloseTo((0.2 - 0.4) - (0.5 - 0), within(1e-12));
        assertThat(scheme.indicators()).isEqualTo(Map.of("x", new TreeSet<>(Set.of(0, 1, 2, 3))));
        assertThat(scheme.lags())
                .isEqualTo(Map.of(
                        "position", new TreeSet<>(Set.of(0, 1, 2, 3)),
                        "change", new TreeSet<>(Set.of(0, 2)),
                        "turn", new TreeSet<>(Set.of(0))));
    }

    @Test
    void whatAComponentMeasuredIsTheChange() {
        Component component = of("position", Measure.CHANGE, 2);
        Index change = Samples.index("change", Combine.SUM, Missing.EXCLUDE_SPACE, component);

        Outcome outcome =
                Samples.compute(Samples.scheme(List.of(POSITION, change), List.of()), Samples.flat(4), COLUMNS);

        assertThat(outcome.measured(component, 1)).isCloseTo(-0.3, within(1e-12));
        assertThat(outcome.guarded(component, 1)).isFalse();
    }

    @Test
    void aSuppressedEarlierValueGuardsTheChange() {
        Column before = Column.of(4, 2, 1, 0);
        before.set(1, 2, GAP, GAP, true);
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 6), "x-2", before);
        Component component = of("position", Measure.CHANGE, 2);
        Index change = Samples.index("change", Combine.SUM, Missing.EXCLUDE_SPACE, component);

        Outcome outcome =
                Samples.compute(Samples.scheme(List.of(POSITION, change), List.of()), Samples.flat(4), columns);

        assertThat(outcome.index("position").guarded()).isFalse();
        assertThat(outcome.index("change").guarded()).isTrue();
        assertThat(outcome.guarded(component, 0)).isTrue();
    }

    private static final Standardisation WEIGHTED =
            new Standardisation(Standardise.Z_POPULATION, null, null, null, "w", null, null);

    private static Index plain(Standardisation restandardise, EstimatedOver over, ClassRule classes) {
        return new Index(
                "plain",
                "plain",
                List.of(Samples.component("x", Standardise.NONE, 1)),
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                restandardise,
                List.of(),
                null,
                over,
                classes);
    }

    /** Knows only the columns that a scheme says it reads. */
    private static Outcome computeFromWhatItReads(Scheme scheme, Map<String, Column> columns) {
        Map<String, Set<Integer>> read = scheme.indicators();
        return Classification.compute(
                scheme,
                Samples.flat(4),
                (code, lag) -> {
                    assertThat(read.get(code)).as(code).contains(lag);
                    return columns.get(lag == 0 ? code : code + "-" + lag);
                },
                Selection.without(new boolean[4]));
    }

    @Test
    void theEarlierIndexIsWeightedAsItWasThen() {
        Map<String, Column> columns = Map.of(
                "x", Column.of(1, 2, 3, 6),
                "x-2", Column.of(4, 2, 1, 0),
                "w", Column.of(1, 1, 1, 1),
                "w-2", Column.of(3, 1, 0, 0));
        Index index = plain(WEIGHTED, EstimatedOver.RUN, null);
        Scheme scheme = Samples.scheme(List.of(index, change("change", "plain", Measure.CHANGE, 2)), List.of());

        IndexOutcome outcome = computeFromWhatItReads(scheme, columns).index("change");

        // then: mean (3 * 4 + 2) / 4 = 3.5, deviation sqrt((3 * 0.25 + 2.25) / 4)
        double now = (1 - 3) / Math.sqrt(3.5);
        double then = (4 - 3.5) / Math.sqrt(0.75);
        assertThat(outcome.value(0)).isCloseTo(now - then, within(1e-9));
    }

    @Test
    void theEarlierIndexIsCutWithTheWeightsOfThatTime() {
        Map<String, Column> columns = Map.of(
                "x", Column.of(1, 2, 3, 6),
                "x-2", Column.of(1, 2, 3, 6),
                "w", Column.of(1, 1, 1, 1),
                "w-2", Column.of(9, 1, 1, 1));
        List<String> codes = List.of("1", "2");
        ClassRule halves = new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                List.of(),
                ClassRule.Closed.RIGHT,
                ClassRule.Quantiles.of(ClassRule.QuantileType.TYPE_7),
                "w",
                null,
                codes,
                codes);
        Index index = plain(Standardisation.NONE, EstimatedOver.RUN, halves);
        Scheme scheme = Samples.scheme(List.of(index, change("change", "plain", Measure.CHANGE, 2)), List.of());

        Outcome outcome = computeFromWhatItReads(scheme, columns);

        assertThat(outcome.index("plain").classAt(1)).isZero();
        assertThat(outcome.index("change").value(1)).isZero();
    }

    @Test
    void aSuppressedEarlierWeightGuardsTheChange() {
        Column weights = Column.of(3, 1, 1, 1);
        weights.set(1, 1, GAP, GAP, true);
        Map<String, Column> columns = Map.of(
                "x", Column.of(1, 2, 3, 6),
                "x-2", Column.of(4, 2, 1, 0),
                "w", Column.of(1, 1, 1, 1),
                "w-2", weights);
        Index index = plain(WEIGHTED, EstimatedOver.RUN, null);
        Scheme scheme = Samples.scheme(List.of(index, change("change", "plain", Measure.CHANGE, 2)), List.of());

        Outcome outcome = computeFromWhatItReads(scheme, columns);

        assertThat(outcome.index("plain").guarded()).isFalse();
        assertThat(outcome.index("change").guarded()).isTrue();
    }

    @Test
    void aScaleOverSeveralPeriodsWeighsEachWithItsOwnWeights() {
        Column before = Column.of(0, 0, 0, 2);
        before.set(3, 2, GAP, GAP, true);
        Map<String, Column> columns = Map.of(
                "x", Column.of(1, 2, 3, 6),
                "x-1", Column.of(0, 2, 4, 5),
                "w", Column.of(1, 1, 0, 0),
                "w-1", before);
        Index index = plain(WEIGHTED, new EstimatedOver(2, List.of(), List.of()), null);

        IndexOutcome outcome = computeFromWhatItReads(Samples.scheme(List.of(index), List.of()), columns)
                .index("plain");

        // 1 and 2 now, and 5 twice: mean 3.25, deviation sqrt((5.0625 + 1.5625 + 2 * 3.0625) / 4)
        assertThat(outcome.value(0)).isCloseTo((1 - 3.25) / Math.sqrt(3.1875), within(1e-12));
        assertThat(outcome.guarded()).isTrue();
    }

    @Test
    void aComputationCanBeGivenUp() {
        int[] steps = {0};
        Figures figures = new Figures() {
            @Override
            public Column column(String indicator, int lag) {
                return COLUMNS.get(lag == 0 ? indicator : indicator + "-" + lag);
            }

            @Override
            public void proceed() {
                steps[0]++;
            }
        };

        Classification.compute(
                Samples.scheme(List.of(POSITION, change("change", "position", Measure.CHANGE, 2)), List.of()),
                Samples.flat(4),
                figures,
                Selection.without(new boolean[4]));

        // one component of the position at each of two periods, and one of the change
        assertThat(steps[0]).isEqualTo(3);
    }
}
