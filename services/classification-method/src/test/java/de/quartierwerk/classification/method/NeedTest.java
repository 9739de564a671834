package de.quartierwerk.classification.method;

import static de.quartierwerk.classification.method.Samples.GAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeedTest {
    private static final Territory TERRITORY = new Territory(
            "space",
            Map.of("district", 10, "municipality", 20, "space", 40),
            List.of("A-1", "A-2", "A-3", "B-1", "C-1"),
            List.of(1, 1, 1, 2, 0),
            List.of(
                    new Territory.Area("D", "district", -1),
                    new Territory.Area("A", "municipality", 0),
                    new Territory.Area("B", "municipality", 0)));

    private static Column rates(double... pairs) {
        Column column = new Column(pairs.length / 2);
        for (int i = 0; i < pairs.length / 2; i++) {
            double n = pairs[2 * i];
            double d = pairs[2 * i + 1];
            column.set(i, 100 * n / d, n, d, false);
        }
        return column;
    }

    private static Condition.Figure figure(Measure measure, String reference, Condition.Operator how, double value) {
        return new Condition.Figure("x", measure, 0, reference, how, value, value);
    }

    private static ConditionOutcome when(Condition condition, Map<String, Column> columns) {
        Need need = new Need("N", "N", null, condition);
        return Samples.compute(Samples.scheme(List.of(), List.of(need)), TERRITORY, columns)
                .needs()
                .get(0)
                .when();
    }

    @Test
    void theReferenceRateIsASumThroughASumNeverAMeanOfRates() {
        Map<String, Column> columns = Map.of("x", rates(10, 100, 20, 100, 60, 800, 5, 50, 4, 40));

        ConditionOutcome outcome =
                when(figure(Measure.DEVIATION_PERCENT, "municipality", Condition.Operator.GREATER, 0), columns);

        assertThat(outcome.figure().referenceRate(0)).isEqualTo(0.09);
        assertThat(outcome.figure().found(1)).isCloseTo((0.2 - 0.09) / 0.09 * 100, within(1e-9));
        assertThat(outcome.held(0)).isTrue();
        assertThat(outcome.held(2)).isFalse();
    }

    @Test
    void whereTheReferenceHasOneSpaceTheNextLargerOneIsTaken() {
        Map<String, Column> columns = Map.of("x", rates(10, 100, 20, 100, 60, 800, 5, 50, 4, 40));

        ConditionOutcome outcome =
                when(figure(Measure.EXCESS_COUNT, "municipality", Condition.Operator.GREATER, 0), columns);

        assertThat(outcome.figure().referenceKey(0)).isEqualTo("A");
        assertThat(outcome.figure().referenceKey(3)).isEqualTo("D");
        assertThat(outcome.figure().referenceLevel(3)).isEqualTo("district");
        assertThat(outcome.figure().referenceKey(4)).isEqualTo("D");
        assertThat(outcome.figure().found(3)).isCloseTo(5 - 99.0 / 1090 * 50, within(1e-9));
    }

    private static Outcome inTheFirstSpaces(Condition condition, Column x, boolean... excluded) {
        Index index = Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Component.of(condition, 1));
        Scheme scheme = Samples.scheme(List.of(index), List.of(new Need("N", "N", null, condition)));
        return Classification.compute(
                scheme,
                TERRITORY,
                (code, lag) -> x,
                new Selection(new boolean[] {true, true, false, false, false}, excluded));
    }

    @Test
    void aConditionComparesWithTheWholeAreaAsAComponentToo() {
        Column x = rates(10, 100, 20, 100, 60, 200, 5, 50, 4, 40);
        for (Measure measure : List.of(Measure.DEVIATION_PERCENT, Measure.Z)) {
            Condition above = figure(measure, "municipality", Condition.Operator.GREATER, 0);

            Outcome outcome = inTheFirstSpaces(above, x, new boolean[5]);

            // the third space, which lies outside the run's area, raises the rate from 0.15 to 0.225
            assertThat(outcome.needsAt(1)).isEmpty();
            assertThat(outcome.index("i").value(1)).isZero();
            assertThat(outcome.condition(above).figure().found(1))
                    .isEqualTo(outcome.needs().get(0).when().figure().found(1));
        }
    }

    @Test
    void aSuppressedValueOutsideTheRunGuardsAnIndexThatComparesWithIt() {
        Column x = rates(10, 100, 20, 100, 60, 200, 5, 50, 4, 40);
        x.set(2, 30, 60, 200, true);
        Condition ofReference = figure(Measure.DEVIATION_PERCENT, "municipality", Condition.Operator.GREATER, 0);
        Condition ofRun = figure(Measure.DEVIATION_PERCENT, Condition.ALL, Condition.Operator.GREATER, 0);
        Condition alone = figure(Measure.VALUE, Condition.ALL, Condition.Operator.GREATER, 15);

        Outcome compared = inTheFirstSpaces(ofReference, x, new boolean[5]);
        Component component = compared.index("i").index().components().get(0);

        assertThat(compared.index("i").guarded()).isTrue();
        assertThat(compared.guarded(component, 0)).isTrue();
        assertThat(compared.scheme().looksBeyondArea()).isTrue();
        for (Condition inside : List.of(ofRun, alone)) {
            Outcome outcome = inTheFirstSpaces(inside, x, new boolean[5]);
            assertThat(outcome.index("i").guarded()).isFalse();
            assertThat(outcome.scheme().looksBeyondArea()).isFalse();
        }
        assertThat(inTheFirstSpaces(ofReference, x, false, false, true, false, false)
                        .index("i")
                        .guarded())
                .isFalse();
    }

    @Test
    void aSuppressedValueWithWhichNothingIsComparedGuardsNothing() {
        Column x = rates(10, 100, 20, 100, 60, 200, 5, 50, 4, 40);
        x.set(3, 10, 5, 50, true);
        Condition ofReference = figure(Measure.RANK, "municipality", Condition.Operator.LESS_OR_EQUAL, 1);

        assertThat(inTheFirstSpaces(ofReference, x, new boolean[5]).index("i").guarded())
                .isFalse();
    }

    @Test
    void sharesCompareCountsWithTheReference() {
        Map<String, Column> columns = Map.of("x", Column.of(10, 30, 60, 5, 5));

        ConditionOutcome outcome = when(
                figure(Measure.SHARE_OF_REFERENCE, "municipality", Condition.Operator.GREATER_OR_EQUAL, 0.3), columns);

        assertThat(outcome.figure().found(0)).isEqualTo(0.1);
        assertThat(outcome.held(1)).isTrue();
    }

    @Test
    void aPercentageWithoutCountsIsNoCount() {
        Column bare = new Column(5, false);
        for (int i = 0; i < 5; i++) {
            bare.set(i, 12.5, GAP, GAP, false);
        }
        for (Measure measure : List.of(Measure.NUMERATOR, Measure.SHARE_OF_REFERENCE)) {
            Condition any = figure(measure, Condition.ALL, Condition.Operator.GREATER, 0);

            assertThat(when(any, Map.of("x", bare)).open(0)).isTrue();
            assertThat(when(any, Map.of("x", Column.of(1, 2, 3, 4, 5))).held(0)).isTrue();
        }
    }

    @Test
    void placesAreTakenAmongTheSpacesOfTheReference() {
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 100, 100));

        ConditionOutcome rank =
                when(figure(Measure.RANK, "municipality", Condition.Operator.LESS_OR_EQUAL, 1), columns);
        ConditionOutcome z = when(figure(Measure.Z, "municipality", Condition.Operator.GREATER, 1), columns);
        ConditionOutcome percentile =
                when(figure(Measure.PERCENTILE, Condition.ALL, Condition.Operator.GREATER, 79), columns);

        assertThat(rank.held(2)).isTrue();
        assertThat(rank.held(0)).isFalse();
        assertThat(rank.figure().found(3)).isEqualTo(1.5);
        assertThat(z.figure().found(2)).isCloseTo(Math.sqrt(1.5), within(1e-9));
        assertThat(percentile.figure().found(3)).isEqualTo(80.0);
    }

    @Test
    void thresholdsAreRoundedAsFiguresAre() {
        Map<String, Column> columns = Map.of("x", Column.of(5, 1, GAP, GAP, GAP));
        double fiveSixths = 5.0 / 6;
        Condition exactly = figure(Measure.SHARE_OF_REFERENCE, Condition.ALL, Condition.Operator.EQUAL, fiveSixths);
        Condition between = new Condition.Figure(
                "x", Measure.SHARE_OF_REFERENCE, 0, Condition.ALL, Condition.Operator.BETWEEN, fiveSixths, 1);

        assertThat(when(exactly, columns).held(0)).isTrue();
        assertThat(when(between, columns).held(0)).isTrue();
        assertThat(when(exactly, columns).held(1)).isFalse();
    }

    @Test
    void aMissingValueLeavesAConditionOpenAndNeverHoldsEitherWay() {
        Map<String, Column> columns = Map.of("x", Column.of(GAP, 0, 5, 5, 5));
        Condition below = figure(Measure.VALUE, Condition.ALL, Condition.Operator.LESS, 1);
        Condition above = figure(Measure.VALUE, Condition.ALL, Condition.Operator.GREATER_OR_EQUAL, 1);

        assertThat(when(below, columns).held(0)).isFalse();
        assertThat(when(below, columns).open(0)).isTrue();
        assertThat(when(new Condition.Not(below), columns).held(0)).isFalse();
        assertThat(when(new Condition.Not(below), columns).held(2)).isTrue();
        assertThat(when(new Condition.AnyOf(List.of(below, above)), columns).open(0))
                .isTrue();
        assertThat(when(new Condition.AllOf(List.of(below, new Condition.Not(above))), columns)
                        .held(1))
                .isTrue();
        assertThat(when(new Condition.AtLeast(1, List.of(below, above)), columns)
                        .held(3))
                .isTrue();
        assertThat(when(new Condition.AtLeast(2, List.of(below, above)), columns)
                        .held(3))
                .isFalse();
    }

    @Test
    void bothEndsOfBetweenAreIncluded() {
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 4, GAP));
        Condition between =
                new Condition.Figure("x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.BETWEEN, 2, 3);

        ConditionOutcome outcome = when(between, columns);

        assertThat(outcome.held(0)).isFalse();
        assertThat(outcome.held(1)).isTrue();
        assertThat(outcome.held(2)).isTrue();
        assertThat(outcome.held(3)).isFalse();
        assertThat(outcome.open(4)).isTrue();
    }

    @Test
    void rollUpIsThePopulationWeightedMeanStandardisedAnew() {
        Index index = Samples.with(
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
                Standardise.NONE,
                new RollUp("municipality", "people", Standardise.MIN_MAX),
                null);
        Map<String, Column> columns =
                Map.of("x", Column.of(1, 2, GAP, 8, 5), "people", Column.of(100, 300, 1000, 50, GAP));

        Outcome outcome = Samples.compute(Samples.scheme(List.of(index), List.of()), TERRITORY, columns);

        RollUpOutcome rollUp = outcome.rollUps().get(0);
        assertThat(rollUp.keys()).containsExactly("A", "B");
        assertThat(rollUp.raw(0)).isCloseTo(700.0 / 400, within(1e-12));
        assertThat(rollUp.raw(1)).isEqualTo(8);
        assertThat(rollUp.value(0)).isZero();
        assertThat(rollUp.value(1)).isEqualTo(1);
    }

    @Test
    void anAreaOfWhichTheRunCoversAPartIsNotRolledUp() {
        Index index = Samples.with(
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1)),
                Standardise.NONE,
                new RollUp("municipality", "people", Standardise.NONE),
                null);
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 8, 5), "people", Column.of(100, 300, 100, 50, 10));
        Selection part = new Selection(new boolean[] {true, false, true, true, false}, new boolean[TERRITORY.size()]);

        Outcome outcome = Classification.compute(
                Samples.scheme(List.of(index), List.of()), TERRITORY, (code, lag) -> columns.get(code), part);

        assertThat(outcome.rollUps().get(0).keys()).containsExactly("B");
    }

    @Test
    void theUniverseLeavesOutWhatIsTooSmallOrLacksAnAttribute() {
        Universe universe = new Universe("people", 300, List.of(new Universe.Attribute("kind", "quarter")));
        Index index =
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1));
        Scheme scheme =
                new Scheme("s", "s", null, null, "space", false, universe, List.of(index), List.of(), List.of());
        Map<String, Column> columns =
                Map.of("x", Column.of(1, 2, 3, 4, 5), "people", Column.of(299, 300, GAP, 400, 500));
        Figures figures = new Figures() {
            @Override
            public Column column(String indicator, int lag) {
                return columns.get(indicator);
            }

            @Override
            public String attribute(int position, String name) {
                return position == 3 ? "forest" : "quarter";
            }
        };

        Outcome outcome =
                Classification.compute(scheme, TERRITORY, figures, Selection.without(false, false, false, false, true));

        assertThat(outcome.exclusion(0)).isEqualTo(Exclusion.BELOW_MINIMUM);
        assertThat(outcome.exclusion(1)).isEqualTo(Exclusion.NONE);
        assertThat(outcome.exclusion(2)).isEqualTo(Exclusion.MINIMUM_UNKNOWN);
        assertThat(outcome.exclusion(3)).isEqualTo(Exclusion.ATTRIBUTE_DIFFERS);
        assertThat(outcome.exclusion(4)).isEqualTo(Exclusion.EXCLUDED_BY_RUN);
        assertThat(outcome.index("i").gap(0)).isEqualTo(Gap.NOT_IN_UNIVERSE);
    }

    /** Else its exclusion, or that it takes part, would say on which side of the minimum the suppressed value lies. */
    @Test
    void theUniverseDoesNotLookAtSuppressedValues() {
        Universe universe = new Universe("people", 300, List.of());
        Index index =
                Samples.index("i", Combine.SUM, Missing.EXCLUDE_SPACE, Samples.component("x", Standardise.NONE, 1));
        Scheme scheme =
                new Scheme("s", "s", null, null, "space", false, universe, List.of(index), List.of(), List.of());
        Column people = Column.of(299, 300, 299, 300, 500);
        people.set(2, 299, GAP, GAP, true);
        people.set(3, 300, GAP, GAP, true);
        Map<String, Column> columns = Map.of("x", Column.of(1, 2, 3, 4, 5), "people", people);

        Outcome outcome = Classification.compute(
                scheme,
                TERRITORY,
                (code, lag) -> columns.get(code),
                Selection.without(false, false, false, false, false));

        assertThat(IntStream.range(0, 5).mapToObj(outcome::exclusion))
                .containsExactly(
                        Exclusion.BELOW_MINIMUM,
                        Exclusion.NONE,
                        Exclusion.MINIMUM_UNKNOWN,
                        Exclusion.MINIMUM_UNKNOWN,
                        Exclusion.NONE);
    }
}
