package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.RollUp;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PossibleCountsTest {
    private static final Territory TWO_DISTRICTS = new Territory(
            "space",
            Map.of("district", 10, "space", 20),
            List.of("a", "b", "c", "d"),
            List.of(0, 1, 1, 1),
            List.of(new Territory.Area("D1", "district", -1), new Territory.Area("D2", "district", -1)));

    private final AtomicInteger computed = new AtomicInteger();

    private static ClassRule breaks(double... breaks) {
        List<String> codes = codes(breaks.length + 1);
        return new ClassRule(
                ClassRule.Method.BREAKS,
                Arrays.stream(breaks).boxed().toList(),
                ClassRule.Closed.RIGHT,
                ClassRule.QuantileType.TYPE_7,
                codes,
                codes);
    }

    private static ClassRule byRank(int count) {
        return new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                ClassRule.Closed.RIGHT,
                ClassRule.QuantileType.RANK_LOW,
                codes(count),
                codes(count));
    }

    private static List<String> codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static Index index(String of, ClassRule classes, RollUp rollUp) {
        Component component =
                new Component(of, null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, Standardise.NONE, 1);
        return new Index(
                of,
                of,
                List.of(component),
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Standardise.NONE,
                rollUp,
                null,
                classes);
    }

    /** Counts of which the first ones are suppressed. */
    private static Column counts(int suppressed, double... counts) {
        Column column = Column.of(counts);
        for (int i = 0; i < suppressed; i++) {
            column.set(i, counts[i], Double.NaN, Double.NaN, true);
        }
        return column;
    }

    private List<PossibleCounts.Count> find(
            Territory territory, int minimum, Map<String, Column> columns, Index... indices) {
        return possible(territory, minimum, columns, indices).find();
    }

    private PossibleCounts possible(Territory territory, int minimum, Map<String, Column> columns, Index... indices) {
        return possible(territory, minimum, columns, List.of(indices), List.of());
    }

    private PossibleCounts possible(
            Territory territory, int minimum, Map<String, Column> columns, List<Index> indices, List<Need> needs) {
        Scheme scheme =
                new Scheme("s", "s", null, null, "space", false, Universe.EVERYTHING, indices, List.of(), needs);
        Map<RunComputation.Key, Column> keyed = new HashMap<>();
        columns.forEach((code, column) -> keyed.put(new RunComputation.Key(code, 0), column));
        RunComputation.Columns all = new RunComputation.Columns(keyed, Map.of());
        Outcome outcome = compute(scheme, territory, all);
        computed.set(0);
        List<PublicView> views = new ArrayList<>(PublicView.ofAreas(outcome));
        views.add(PublicView.ofSpaces(outcome));
        return new PossibleCounts(outcome, all, views, code -> minimum, changed -> compute(scheme, territory, changed));
    }

    private Outcome compute(Scheme scheme, Territory territory, RunComputation.Columns columns) {
        computed.incrementAndGet();
        return Classification.compute(
                scheme,
                territory,
                (code, lag) -> Objects.requireNonNull(columns.ofSpaces().get(new RunComputation.Key(code, lag))),
                Selection.without(new boolean[territory.size()]));
    }

    private static Territory flat(int size) {
        return Territory.flat(
                "space",
                IntStream.range(0, size)
                        .mapToObj(i -> String.format("s%03d", i))
                        .toList());
    }

    @Test
    void nothingIsComputedAnewWhereNothingIsSuppressed() {
        List<PossibleCounts.Count> found =
                find(flat(3), 3, Map.of("x", counts(0, 1, 2, 3)), index("x", breaks(1.5), null));

        assertThat(found).isEmpty();
        assertThat(computed).hasValue(0);
    }

    @Test
    void countsUpToTheBreaksArePossible() {
        PossibleCounts.Count count = find(
                        flat(3), 5, Map.of("x", counts(1, 6, 20, 30)), index("x", breaks(4.5, 8.5), null))
                .get(0);

        assertThat(count.rooms()).containsExactly(new Room(1, 2, true, true));
        assertThat(count.rooms().get(0).isWide(4)).isTrue();
        assertThat(count.rooms().get(0).isWide(5)).isFalse();
    }

    @Test
    void zeroIsNotPossible() {
        PossibleCounts.Count count = find(flat(3), 3, Map.of("x", counts(1, 2, 20, 30)), index("x", breaks(10.5), null))
                .get(0);

        assertThat(count.rooms()).containsExactly(new Room(0, 2, true, true));
        assertThat(count.rooms().get(0).isWide(3)).isTrue();
    }

    @Test
    void aLargeMinimumTakesLargerSteps() {
        PossibleCounts.Count count = find(
                        flat(3), 100, Map.of("x", counts(1, 200, 300, 400)), index("x", breaks(150.5, 250.5), null))
                .get(0);

        assertThat(count.rooms().get(0).below()).isBetween(40, 49);
        assertThat(count.rooms().get(0).above()).isBetween(40, 50);
        assertThat(computed.get()).isLessThan(40);
    }

    /** Each count is looked at alone although both belong to one space. */
    @Test
    void aSpaceWithTwoSuppressedCounts() {
        Map<String, Column> columns = Map.of("x", counts(1, 2, 20, 30), "y", counts(1, 5, 20, 30));

        List<PossibleCounts.Count> found =
                find(flat(3), 3, columns, index("x", breaks(1.5, 2.5), null), index("y", breaks(10.5), null));

        assertThat(found)
                .filteredOn(count -> count.key().indicator().equals("x"))
                .singleElement()
                .satisfies(count -> assertThat(count.rooms()).containsExactly(new Room(0, 0, true, true)));
        assertThat(found)
                .filteredOn(count -> count.key().indicator().equals("y"))
                .singleElement()
                .satisfies(count -> assertThat(count.rooms().get(0).isWide(3)).isTrue());
    }

    @Test
    void classesByRankTellAnOrder() {
        List<PossibleCounts.Count> found =
                find(flat(8), 3, Map.of("x", counts(3, 2, 5, 25, 10, 20, 30, 40, 50)), index("x", byRank(8), null));

        assertThat(found).hasSize(3).allSatisfy(count -> {
            Room room = count.rooms().get(0);
            assertThat(room.lower() || room.higher()).isFalse();
        });
    }

    /** The count 5 lies between the public 4 and 6: their ranks would tell it, although its own is withheld. */
    @Test
    void ranksOfPublicValuesTellACountBetweenThem() {
        PossibleCounts possible =
                possible(flat(8), 3, Map.of("x", counts(2, 5, 40, 3, 4, 6, 10, 20, 60)), index("x", byRank(8), null));
        List<PossibleCounts.Count> found = possible.find();

        assertThat(possible.told(found, count -> true).get(0)).containsExactlyInAnyOrder(0, 4);
        assertThat(possible.told(found, count -> false).get(0)).containsExactlyInAnyOrder(0, 2, 3);
    }

    private static Index ranked(Standardise component, Standardise index, ClassRule classes) {
        return new Index(
                "x",
                "x",
                List.of(new Component("x", null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, component, 1)),
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                index,
                null,
                null,
                classes);
    }

    /** Breaks between the values of an index, so that every space has a class of its own. */
    private ClassRule between(Territory territory, Map<String, Column> columns, Index index) {
        Scheme scheme = new Scheme(
                "s", "s", null, null, "space", false, Universe.EVERYTHING, List.of(index), List.of(), List.of());
        Outcome outcome = Classification.compute(
                scheme, territory, (code, lag) -> columns.get(code), Selection.without(new boolean[territory.size()]));
        double[] values = IntStream.range(0, territory.size())
                .mapToDouble(outcome.index("x")::value)
                .sorted()
                .toArray();
        return breaks(IntStream.range(1, values.length)
                .mapToDouble(k -> (values[k - 1] + values[k]) / 2)
                .toArray());
    }

    /** The same where given breaks divide ranks, by whatever way they are turned into numbers. */
    @ParameterizedTest
    @EnumSource(
            value = Standardise.class,
            names = {"RANK", "PERCENTILE", "PERCENT_RANK", "RANK_EXPONENTIAL", "NORMAL_SCORE"})
    void ranksBetweenBreaksTellACountToo(Standardise way) {
        Map<String, Column> columns = Map.of("x", counts(2, 5, 40, 3, 4, 6, 10, 20, 60));
        ClassRule again = between(flat(8), columns, ranked(Standardise.NONE, way, null));
        ClassRule alone = between(flat(8), columns, ranked(way, Standardise.NONE, null));

        for (Index index : List.of(ranked(Standardise.NONE, way, again), ranked(way, Standardise.NONE, alone))) {
            PossibleCounts possible = possible(flat(8), 3, columns, index);
            List<PossibleCounts.Count> found = possible.find();

            assertThat(found.get(0).rooms().get(0).isWide(3)).isFalse();
            assertThat(possible.told(found, count -> true).get(0)).contains(0, 4);
            assertThat(possible.told(found, count -> false).get(0)).contains(0, 3);
        }
    }

    private static Condition.Figure atLeast(Measure measure, double value) {
        return new Condition.Figure("x", measure, 0, Condition.ALL, Condition.Operator.GREATER_OR_EQUAL, value, value);
    }

    /** The count 5 has the sixth rank of eight: there alone one need is found without the other. */
    @Test
    void needsByRankTellACountToo() {
        Map<String, Column> columns = Map.of("x", counts(2, 5, 40, 3, 4, 6, 10, 20, 60));
        List<List<Condition.Figure>> all = List.of(
                List.of(atLeast(Measure.RANK, 7), atLeast(Measure.RANK, 6)),
                List.of(atLeast(Measure.PERCENTILE, 25), atLeast(Measure.PERCENTILE, 37.5)));

        for (List<Condition.Figure> figures : all) {
            List<Need> needs = List.of(
                    new Need("one", "one", null, figures.get(0)), new Need("other", "other", null, figures.get(1)));
            PossibleCounts possible = possible(flat(8), 3, columns, List.of(), needs);

            assertThat(possible.told(possible.find(), count -> true).get(0)).containsExactlyInAnyOrder(0, 4);
        }
    }

    /** A condition by rank as a component, and ranks of areas. */
    @Test
    void whatGoesByRankInsideAnIndexAndOverAreasIsSeen() {
        Component condition = Component.of(new Condition.Not(atLeast(Measure.RANK, 2)), 1);
        Index index = new Index(
                "x",
                "x",
                List.of(condition),
                Combine.SUM,
                Missing.EXCLUDE_SPACE,
                Standardise.NONE,
                new RollUp(null, "district", RollUp.Kind.MEAN, 0, 0, Set.of(), null, Standardisation.NONE, null),
                null,
                breaks(0.5));
        Index ofAreas = index(
                "x",
                breaks(10.5),
                new RollUp(
                        null,
                        "district",
                        RollUp.Kind.MEAN_RANK,
                        0,
                        0,
                        Set.of(),
                        null,
                        Standardisation.NONE,
                        breaks(1.5)));

        for (Index each : List.of(index, ofAreas)) {
            Scheme scheme = new Scheme(
                    "s", "s", null, null, "space", false, Universe.EVERYTHING, List.of(each), List.of(), List.of());
            Map<RunComputation.Key, Column> columns = Map.of(new RunComputation.Key("x", 0), counts(2, 2, 5, 20, 30));
            Outcome outcome = compute(scheme, TWO_DISTRICTS, new RunComputation.Columns(columns, Map.of()));

            assertThat(PublicView.ofAreas(outcome)).singleElement().matches(PublicView::byRank);
            assertThat(PublicView.ofSpaces(outcome).byRank()).isEqualTo(each.equals(index));
        }
    }

    @Test
    void wideClassesByRankLeaveTheOrderOpen() {
        List<PossibleCounts.Count> found =
                find(flat(8), 3, Map.of("x", counts(2, 12, 15, 10, 11, 13, 20, 30, 40)), index("x", byRank(2), null));

        assertThat(found).hasSize(2).allSatisfy(count -> {
            Room room = count.rooms().get(0);
            assertThat(room.lower() || room.higher()).isTrue();
        });
    }

    /** The district with one space tells what the space withholds. */
    @Test
    void classesOfLargerAreas() {
        RollUp rollUp =
                new RollUp(null, "district", RollUp.Kind.MEAN, 0, 0, Set.of(), null, Standardisation.NONE, null);
        Index index = index("x", breaks(100.5), rollUp);
        Index narrow = index("x", breaks(1.5, 2.5), rollUp);

        List<PossibleCounts.Count> wide = find(TWO_DISTRICTS, 3, Map.of("x", counts(2, 2, 5, 20, 30)), index);
        List<PossibleCounts.Count> found = find(TWO_DISTRICTS, 3, Map.of("x", counts(2, 2, 5, 20, 30)), narrow);

        assertThat(wide.get(0).rooms()).containsExactly(new Room(0, 2, true, true), new Room(0, 2, true, true));
        assertThat(found.get(0).rooms()).containsExactly(new Room(0, 0, true, true), new Room(0, 0, true, true));
        assertThat(found.get(1).rooms()).containsExactly(new Room(2, 2, true, true), new Room(2, 2, true, true));
    }

    @Test
    void whatWasSeenTogetherIsWhatBothLeave() {
        Room first = new Room(1, 4, true, false);
        Room second = new Room(3, 0, false, true);

        Room both = first.and(second);

        assertThat(both).isEqualTo(new Room(1, 0, false, false));
        assertThat(Room.ALL.and(first)).isEqualTo(first);
        assertThat(first.isWide(6)).isTrue();
        assertThat(both.isWide(1)).isFalse();
    }
}
