package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.reading.StatedTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Totals in lines 10 and 20 of a table, with rows before and between them. */
class TotalsCheckTest {
    private static final StatedTotals.Column COLUMN =
            new StatedTotals.Column(0, "people", "2020", StatedTotals.Measure.VALUE);

    private final TotalsCheck.Sums sums = new TotalsCheck.Sums(
            new TreeSet<>(List.of(10L, 20L)),
            new TreeSet<>(),
            new TreeMap<>(Map.of(0L, sum(5, 3, 0), 10L, sum(7, 2, 0))));

    @Test
    void aTotalMayBeOfTheRowsSinceTheLastOne() {
        assertThat(sums.nearestWrong(total(20, 7))).isNull();
    }

    @Test
    void aTotalMayBeOfAllRowsBeforeIt() {
        assertThat(sums.nearestWrong(total(20, 12))).isNull();
    }

    @Test
    void anyOtherTotalIsWrongAndTheNearestSumIsNamed() {
        assertThat(sums.nearestWrong(total(20, 8))).isEqualTo(sum(7, 2, 0));
        assertThat(sums.nearestWrong(total(20, 13))).isEqualTo(sum(12, 5, 0));
    }

    @Test
    void aTotalAboveItsRowsIsOfThoseAfterIt() {
        TotalsCheck.Sums above = new TotalsCheck.Sums(
                new TreeSet<>(List.of(2L)), new TreeSet<>(), new TreeMap<>(Map.of(2L, sum(9, 3, 0))));

        assertThat(above.nearestWrong(total(2, 9))).isNull();
        assertThat(above.nearestWrong(total(2, 4))).isEqualTo(sum(9, 3, 0));
    }

    @Test
    void rowsWithoutANumberMayHoldTheRest() {
        TotalsCheck.Sums gaps = new TotalsCheck.Sums(
                new TreeSet<>(List.of(10L)), new TreeSet<>(), new TreeMap<>(Map.of(0L, sum(5, 3, 1))));

        assertThat(gaps.nearestWrong(total(10, 8))).isNull();
        assertThat(gaps.nearestWrong(total(10, 4))).isEqualTo(sum(5, 3, 1));
    }

    @Test
    void aHeadingBeginsANewGroup() {
        TotalsCheck.Sums groups = new TotalsCheck.Sums(
                new TreeSet<>(List.of(10L)),
                new TreeSet<>(List.of(2L, 5L)),
                new TreeMap<>(Map.of(2L, sum(5, 1, 0), 5L, sum(13, 2, 0))));

        assertThat(groups.nearestWrong(total(10, 13))).isNull();
        assertThat(groups.nearestWrong(total(10, 18))).isNull();
        assertThat(groups.nearestWrong(total(10, 14))).isEqualTo(sum(13, 2, 0));
    }

    private static TotalsCheck.Sum sum(long sum, long rows, long without) {
        return new TotalsCheck.Sum(BigDecimal.valueOf(sum), rows, without);
    }

    private static StatedTotals.Total total(long line, long number) {
        return new StatedTotals.Total(COLUMN, line, BigDecimal.valueOf(number), Long.toString(number), Place.FILE);
    }
}
