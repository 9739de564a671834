package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fewest cells of tables with totals of rows and columns; the expected numbers were found by trying all sets. */
class FewestNumbersTest {
    private static final Lots LOTS = (series, space) -> (series * 31L + space) * 0x9E3779B97F4A7C15L;

    @Test
    void oneSmallCountTakesThreeMore() {
        assertThat(hidden(new int[][] {{45, 59, 42}, {22, 7, 49}, {16, 19, 1}, {35, 51, 51}}))
                .isEqualTo(4);
    }

    @Test
    void zerosAreNoUse() {
        assertThat(hidden(new int[][] {{1, 14, 0}, {4, 59, 38}, {22, 50, 3}, {39, 36, 15}}))
                .isEqualTo(4);
        assertThat(hidden(new int[][] {{11, 0, 1}, {30, 25, 16}, {47, 2, 54}, {37, 0, 43}}))
                .isEqualTo(6);
    }

    @Test
    void severalSmallCountsShareTheirProtection() {
        assertThat(hidden(new int[][] {{0, 47, 3}, {6, 48, 16}, {0, 2, 9}, {28, 14, 1}}))
                .isEqualTo(4);
        assertThat(hidden(new int[][] {{8, 42, 58}, {1, 2, 2}, {3, 46, 42}, {31, 51, 16}}))
                .isEqualTo(6);
    }

    @Test
    void theSearchEndsWithTheFewestInTablesOfTwentyCells() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            int[][] rows = new int[5][4];
            for (int[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    row[column] = random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(60);
                }
            }

            SecondaryControl.Outcome outcome = SecondaryControl.protect(TwoWayTable.cells(rows, LOTS), 1);

            assertThat(outcome.revealed()).isEmpty();
            assertThat(outcome.suppressed()).isEqualTo(outcome.atLeast());
        }
    }

    /** What the search did not finish counts with all that it may have suppressed too much. */
    @Test
    void threeWayTablesAreNearTheFewest() {
        Random random = new Random(5);
        int chosen = 0;
        int atLeast = 0;
        for (int i = 0; i < 30; i++) {
            int[][][] counts = new int[3][2][3];
            for (int[][] space : counts) {
                for (int[] row : space) {
                    for (int column = 0; column < row.length; column++) {
                        row[column] = random.nextInt(12) == 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(60);
                    }
                }
            }

            SecondaryControl.Outcome outcome = SecondaryControl.protect(ThreeWayTable.cells(counts, LOTS), 1);

            assertThat(outcome.revealed()).isEmpty();
            chosen += outcome.suppressed();
            atLeast += outcome.atLeast();
        }

        assertThat(chosen).isLessThanOrEqualTo((int) (1.1 * atLeast));
    }

    private static int hidden(int[][] rows) {
        Cells cells = TwoWayTable.cells(rows, LOTS);
        SecondaryControl.apply(cells, 1);
        return TwoWayTable.hidden(cells);
    }
}
