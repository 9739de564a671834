package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is suppressed beside small counts, in a city of the quarters q1 to q4 and a hamlet in a district. */
class SecondaryControlTest {
    private static final int[] NONE = {};
    private static final double[] NO_FACTORS = {};
    private static final Series PART = count("part", NONE, NO_FACTORS);
    private static final Series OTHER = count("other", NONE, NO_FACTORS);
    private static final Series TOTAL = count("total", new int[] {0, 1}, new double[] {1, 1});
    private static final Series SHARE = new Series("share", Series.Figures.NONE, 3, new int[] {0, 1}, NO_FACTORS, true);
    private static final TestHierarchy TREE = new TestHierarchy(List.of(
            space("district", "district", "district"),
            space("city", "municipality", "district", "city"),
            space("hamlet", "municipality", "district", "hamlet"),
            space("q1", "quarter", "district", "city", "q1"),
            space("q2", "quarter", "district", "city", "q2"),
            space("q3", "quarter", "district", "city", "q3"),
            space("q4", "quarter", "district", "city", "q4")));
    private static final Lots LOTS = (series, space) -> -space;
    private static final List<String> PLACES = List.of("city", "q1", "q2", "q3", "q4");

    @Test
    void theSmallestOtherCountIsSuppressedToo() {
        Cells cells = release(PART, 1, 60, 2, 0, 8, 50);

        assertThat(SecondaryControl.apply(cells, 1)).isEmpty();

        assertThat(hidden(cells)).containsExactly("part q1", "part q3");
    }

    @Test
    void twoSmallCountsProtectEachOtherIfTheirSumLeavesAChoice() {
        Cells cells = release(PART, 1, 62, 2, 2, 8, 50);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1", "part q2");
    }

    @Test
    void aThirdCountIsSuppressedWhereTwoCanOnlyBeOne() {
        Cells cells = release(PART, 1, 60, 1, 1, 8, 50);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1", "part q2", "part q3");
    }

    @Test
    void theTotalIsSuppressedWhereAllOtherPartsAreZero() {
        Cells cells = release(PART, 1, 2, 2, 0, 0, 0);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part city", "part q1");
    }

    @Test
    void suppressionGoesOnUpwardsUntilNothingCanBeDerived() {
        Cells cells = release(PART, 1, 2, 2, 0, 0, 0);
        add(cells, 0, "district", 1, 42, Double.NaN, true);
        add(cells, 0, "hamlet", 1, 40, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part city", "part hamlet", "part q1");
    }

    @Test
    void withoutATotalASmallCountStandsAlone() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        add(cells, 0, "q1", 1, 2, Double.NaN, true);
        add(cells, 0, "q2", 1, 20, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1");
    }

    @Test
    void aSecondPartOfATotalIsSuppressedAndTheTotalStays() {
        Cells cells = new Cells(List.of(PART, OTHER, TOTAL), TREE, LOTS);
        add(cells, 0, "hamlet", 1, 2, Double.NaN, true);
        add(cells, 1, "hamlet", 1, 25, Double.NaN, true);
        add(cells, 2, "hamlet", 1, 27, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("other hamlet", "part hamlet");
    }

    @Test
    void whatOneSubmitterProtectsIsProtectedFromThatSubmitterToo() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        double[] counts = {60, 2, 0, 8, 50};
        for (int i = 0; i < counts.length; i++) {
            add(cells, 0, PLACES.get(i), 1, counts[i], Double.NaN, true);
            if (i > 0) {
                cells.holdLatest(i);
            }
        }

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1", "part q3", "part q4");
    }

    @Test
    void aLotDecidesWhichPartOfANumeratorGoesWithTheShare() {
        Set<String> chosen = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            int secret = i;
            Series share = new Series(
                    "share", Series.Figures.NONE, 3, new int[] {0, 1, 2}, NO_FACTORS, new int[] {0, 1}, new int[] {2});
            Series all = new Series("all", Series.Figures.COUNT, 3, new int[0], NO_FACTORS, false);
            Lots lots = (series, space) -> (series + 1L) * (secret + 1) * 0x9E3779B97F4A7C15L;
            Cells cells = new Cells(List.of(PART, OTHER, all, share), TREE, lots);
            add(cells, 0, "hamlet", 1, 100, Double.NaN, true);
            add(cells, 1, "hamlet", 1, 101, Double.NaN, true);
            add(cells, 2, "hamlet", 1, 202, Double.NaN, true);
            cells.add(3, new Cells.Revision(TREE.number("hamlet"), 1, 201, 202, true, false, true, true));

            SecondaryControl.apply(cells, 1);

            chosen.addAll(hidden(cells));
        }

        assertThat(chosen).containsExactly("other hamlet", "part hamlet", "share hamlet");
    }

    @Test
    void aTotalWithUnknownPartsStillBoundsTheKnownOnes() {
        Series year = new Series("year", Series.Figures.COUNT, 3, new int[0], NO_FACTORS, false);
        Cells cells = new Cells(List.of(year, PART, OTHER), List.of(Relation.incompleteSum(0, 1, 2)), TREE, LOTS);
        add(cells, 0, "hamlet", 1, 6, Double.NaN, true);
        add(cells, 1, "hamlet", 1, 1, Double.NaN, true);
        add(cells, 2, "hamlet", 1, 5, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).hasSize(2).contains("part hamlet");
    }

    @Test
    void aShareGoesWithItsNumeratorAndLeavesItsDenominator() {
        Cells cells = new Cells(List.of(PART, OTHER, SHARE), TREE, LOTS);
        for (int i = 0; i < 5; i++) {
            double[] parts = {60, 2, 20, 8, 30};
            add(cells, 0, PLACES.get(i), 1, parts[i], Double.NaN, true);
            add(cells, 1, PLACES.get(i), 1, i == 0 ? 800 : 200, Double.NaN, true);
            cells.add(2, new Cells.Revision(TREE.number(PLACES.get(i)), 1, parts[i], 200, i == 1, false, true, i == 1));
        }

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1", "part q3", "share q1", "share q3");
        assertThat(IntStream.range(0, cells.size()).filter(cells::isDenominatorHidden))
                .isEmpty();
    }

    @Test
    void aNumeratorIsSuppressedWhereItsComplementIsSmall() {
        Cells cells = new Cells(List.of(PART, OTHER, SHARE), TREE, LOTS);
        add(cells, 0, "hamlet", 1, 198, Double.NaN, true);
        add(cells, 1, "hamlet", 1, 200, Double.NaN, true);
        cells.add(2, new Cells.Revision(TREE.number("hamlet"), 1, 198, 200, true, false, true, true));

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part hamlet", "share hamlet");
    }

    @Test
    void sumAndNumberOfAMeanAreSecretTogether() {
        Cells cells =
                new Cells(List.of(new Series("mean", Series.Figures.MEAN, 3, NONE, NO_FACTORS, false)), TREE, LOTS);
        double[] numbers = {60, 2, 20, 8, 30};
        for (int i = 0; i < 5; i++) {
            boolean small = i == 1;
            cells.add(
                    0,
                    new Cells.Revision(
                            TREE.number(PLACES.get(i)), 1, numbers[i] * 10, numbers[i], small, small, true, false));
        }

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("mean q1", "mean q3");
        assertThat(cells.isDenominatorHidden(3)).isTrue();
    }

    @Test
    void aCorrectionBelowTheMinimumTakesItsNewTotalWithIt() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        add(cells, 1, false, 21, 5, 7, 9, 0);
        add(cells, 0, "city", 2, 18, Double.NaN, true);
        add(cells, 0, "q1", 2, 2, Double.NaN, true);

        assertThat(SecondaryControl.apply(cells, 2)).isEmpty();

        assertThat(hidden(cells)).containsExactly("part city", "part q1");
    }

    @Test
    void aReleaseIsRefusedWhereEverythingElseIsPublicAlready() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        for (int i = 0; i < 4; i++) {
            add(cells, 0, PLACES.get(i), 1, new double[] {31, 5, 14, 10}[i], Double.NaN, false);
        }
        add(cells, 0, "q4", 2, 2, Double.NaN, true);

        List<Integer> revealed = SecondaryControl.apply(cells, 2);

        assertThat(revealed.stream().map(cells::space)).containsExactly("q4");
    }

    @Test
    void aCorrectionAboveTheMinimumStaysSecretWhereItWouldGiveAnEarlierValueAway() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        double[] first = {18, 2, 7, 9, 0};
        for (int i = 0; i < 5; i++) {
            boolean secret = i == 1 || i == 2;
            cells.add(
                    0,
                    new Cells.Revision(
                            TREE.number(PLACES.get(i)), 1, first[i], Double.NaN, secret, false, false, false));
        }
        add(cells, 0, "city", 2, 22, Double.NaN, true);
        add(cells, 0, "q1", 2, 6, Double.NaN, true);

        assertThat(SecondaryControl.apply(cells, 2)).isEmpty();

        assertThat(cells.isHidden(6)).as("the correction of q1").isTrue();
        assertThat(cells.isHidden(5)).as("the new total").isFalse();
    }

    @Test
    void aCountThatItsSourceKeepsGetsASecondOne() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        for (int i = 0; i < 5; i++) {
            double[] values = {60, Double.NaN, 20, 8, 30};
            cells.add(
                    0,
                    new Cells.Revision(
                            TREE.number(PLACES.get(i)), 1, values[i], Double.NaN, i == 1, i == 1, true, false));
        }

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1", "part q3");
    }

    @Test
    void aCountThatItsSourceKeepsIsProtectedWhereTheSpaceInBetweenHasNone() {
        Cells cells = new Cells(List.of(PART), TREE, LOTS);
        add(cells, 0, "district", 1, 100, Double.NaN, true);
        add(cells, 0, "hamlet", 1, 60, Double.NaN, true);
        add(cells, 0, "q1", 1, 20, Double.NaN, true);
        add(cells, 0, "q2", 1, 18, Double.NaN, true);
        add(cells, 0, "q3", 1, 0, Double.NaN, true);
        cells.add(0, new Cells.Revision(TREE.number("q4"), 1, Double.NaN, Double.NaN, true, true, true, false));

        assertThat(SecondaryControl.apply(cells, 1)).isEmpty();

        assertThat(hidden(cells)).containsExactly("part q2", "part q4");
    }

    @Test
    void whatIsSuppressedForItsSmallGroupOnlyProtectsNothingElse() {
        Cells cells =
                new Cells(List.of(new Series("ratio", Series.Figures.RATIO, 3, NONE, NO_FACTORS, false)), TREE, LOTS);
        double[] cases = {232, 2, 30, 120, 80};
        for (int i = 0; i < 5; i++) {
            double group = i == 0 ? 1060 : i == 2 ? 60 : 1000.0 / 3;
            boolean few = i == 2;
            cells.add(
                    0,
                    new Cells.Revision(
                            TREE.number(PLACES.get(i)),
                            1,
                            cases[i],
                            group,
                            i == 1 || few,
                            few,
                            true,
                            i == 1,
                            few,
                            false));
        }

        assertThat(SecondaryControl.apply(cells, 1)).isEmpty();

        assertThat(hidden(cells)).contains("ratio q1", "ratio q2", "ratio q4");
    }

    @Test
    void oneDayUnderTwoTextsIsOneTableOverSpaces() {
        Cells cells = twoTexts();
        add(cells, 0, "city", 1, 52, Double.NaN, true);
        add(cells, 0, "q1", 1, 2, Double.NaN, true);
        add(cells, 0, "q2", 1, 0, Double.NaN, true);
        add(cells, 0, "q3", 1, 0, Double.NaN, true);
        add(cells, 1, "q4", 1, 50, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("other q4", "part q1");
    }

    @Test
    void oneDayUnderTwoTextsIsOneTableOverReleases() {
        Cells cells = twoTexts();
        add(cells, 1, "city", 1, 52, Double.NaN, false);
        add(cells, 0, "q2", 1, 0, Double.NaN, false);
        add(cells, 0, "q3", 1, 0, Double.NaN, false);
        add(cells, 1, "q4", 1, 50, Double.NaN, false);
        add(cells, 0, "q1", 2, 2, Double.NaN, true);

        List<Integer> revealed = SecondaryControl.apply(cells, 2);

        assertThat(revealed.stream().map(cells::space)).containsExactly("q1");
    }

    @Test
    void oneDayUnderTwoTextsIsOneTableWithPartsThatNobodyDelivered() {
        Cells cells = twoTexts();
        add(cells, 0, "city", 1, 52, Double.NaN, true);
        add(cells, 0, "q1", 1, 2, Double.NaN, true);
        add(cells, 0, "q2", 1, 0, Double.NaN, true);
        add(cells, 1, "q4", 1, 50, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("other q4", "part q1");
    }

    @Test
    void textsOfOneDayWhoseNumbersDoNotAddUpSayNothing() {
        Cells cells = twoTexts();
        add(cells, 0, "city", 1, 520, Double.NaN, true);
        add(cells, 0, "q1", 1, 2, Double.NaN, true);
        add(cells, 0, "q2", 1, 0, Double.NaN, true);
        add(cells, 0, "q3", 1, 0, Double.NaN, true);
        add(cells, 1, "q4", 1, 50, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("part q1");
    }

    @Test
    void aCountThatItsSourceKeepsIsProtectedUnderTwoTexts() {
        Cells cells = twoTexts();
        add(cells, 0, "city", 1, 52, Double.NaN, true);
        cells.add(0, new Cells.Revision(TREE.number("q1"), 1, Double.NaN, Double.NaN, true, true, true, false));
        add(cells, 0, "q2", 1, 0, Double.NaN, true);
        add(cells, 0, "q3", 1, 0, Double.NaN, true);
        add(cells, 1, "q4", 1, 50, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("other q4", "part q1");
    }

    @Test
    void oneDayUnderTwoTextsIsOneTableOverSeries() {
        Series total = count("total", NONE, NO_FACTORS);
        Series[] series = {PART, PART, OTHER, OTHER, total, total};
        Cells cells = new Cells(
                List.of(series),
                List.of(
                        Relation.sameDay(1, 0, Figure.NUMERATOR),
                        Relation.sameDay(3, 2, Figure.NUMERATOR),
                        Relation.sameDay(5, 4, Figure.NUMERATOR),
                        Relation.sum(4, 0, 2),
                        Relation.sum(5, 1, 3)),
                TREE,
                LOTS);
        add(cells, 4, "hamlet", 1, 52, Double.NaN, true);
        add(cells, 1, "hamlet", 1, 2, Double.NaN, true);
        add(cells, 3, "hamlet", 1, 50, Double.NaN, true);

        SecondaryControl.apply(cells, 1);

        assertThat(hidden(cells)).containsExactly("other hamlet", "part hamlet");
    }

    /** Two texts of one day. */
    private static Cells twoTexts() {
        return new Cells(List.of(PART, OTHER), List.of(Relation.sameDay(1, 0, Figure.NUMERATOR)), TREE, LOTS);
    }

    @Test
    void aHundredThousandSpacesTakeSeconds() {
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        spaces.add(space("d", "district", "d"));
        for (int m = 0; m < 1000; m++) {
            spaces.add(space("m" + m, "municipality", "d", "m" + m));
            for (int q = 0; q < 100; q++) {
                spaces.add(space("m" + m + "-" + q, "quarter", "d", "m" + m, "m" + m + "-" + q));
            }
        }
        TestHierarchy tree = new TestHierarchy(spaces);
        Cells cells = new Cells(List.of(PART), tree, LOTS);
        Random random = new Random(1);
        double all = 0;
        for (int m = 0; m < 1000; m++) {
            double sum = 0;
            for (int q = 0; q < 100; q++) {
                double value = random.nextInt(100) < 80 ? 3 + random.nextInt(500) : random.nextInt(3);
                boolean small = value > 0 && value < 3;
                cells.add(
                        0,
                        new Cells.Revision(
                                tree.number("m" + m + "-" + q), 1, value, Double.NaN, small, small, true, false));
                sum += value;
            }
            cells.add(0, new Cells.Revision(tree.number("m" + m), 1, sum, Double.NaN, false, false, true, false));
            all += sum;
        }
        cells.add(0, new Cells.Revision(tree.number("d"), 1, all, Double.NaN, false, false, true, false));
        long start = System.nanoTime();

        assertThat(SecondaryControl.apply(cells, 1)).isEmpty();

        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(20);
    }

    private static Cells release(Series series, long number, double... values) {
        Cells cells = new Cells(List.of(series), TREE, LOTS);
        add(cells, number, true, values);
        return cells;
    }

    private static void add(Cells cells, long release, boolean fresh, double... values) {
        for (int i = 0; i < values.length; i++) {
            add(cells, 0, PLACES.get(i), release, values[i], Double.NaN, fresh);
        }
    }

    private static void add(
            Cells cells, int series, String space, long release, double first, double second, boolean fresh) {
        boolean small = first > 0 && first < 3;
        cells.add(series, new Cells.Revision(TREE.number(space), release, first, second, small, false, fresh, false));
    }

    private static Set<String> hidden(Cells cells) {
        Set<String> hidden = new TreeSet<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (cells.isHidden(cell)) {
                hidden.add(cells.code(cell) + " " + cells.space(cell));
            }
        }
        return hidden;
    }

    private static Series count(String code, int[] inputs, double[] factors) {
        return new Series(code, Series.Figures.COUNT, 3, inputs, factors, false);
    }

    private static TestHierarchy.Space space(String key, String level, String... path) {
        return new TestHierarchy.Space(key, level, List.of(path));
    }
}
