package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnChangesTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void valuesAroundZeroAreComparedByDifferences() {
        ColumnChanges.Whole whole = judge(change(120, 0, 2, 2, 1), -1, 0);

        assertThat(whole.kind()).isEqualTo(ColumnChanges.Whole.Kind.NOTHING);
        assertThat(told).hasSizeLessThan(4);
    }

    @Test
    void aSlipAmongValuesAroundZeroIsFound() {
        judge(change(120, 0, 2, 2, 1), 60, 25.3);

        assertThat(told).contains("60 warning");
    }

    /** A digit too many, a decimal sign lost, a value of another row, a zero, digits turned round. */
    @ParameterizedTest
    @CsvSource({"123.0, warning", "1230, warning", "1.23, warning", "45, warning", "0, warning", "21.3, warning"})
    void aSlipAmongSharesIsFound(double slip, String severity) {
        judge(change(100, 12.3, 0.5, 0.4, 1), 7, slip);

        assertThat(told).contains("7 " + severity);
    }

    @Test
    void changesByHalfInAColumnThatMovesMuchAreHintsOrNothing() {
        judge(change(100, 10, 1, 2.5, 1), -1, 0);

        assertThat(told).noneMatch(line -> line.endsWith("warning"));
    }

    @Test
    void aColumnThatMovesAsAWholeIsToldOnce() {
        ColumnChanges.Whole whole = judge(change(100, 10, 1, 0.1, 0.6), 3, 24);

        assertThat(whole.kind()).isEqualTo(ColumnChanges.Whole.Kind.MOVED);
        assertThat(whole.percent()).isBetween(-41L, -39L);
        assertThat(told).containsExactly("3 warning");
    }

    @ParameterizedTest
    @CsvSource({"1000, 3", "0.001, 3", "1000, 50", "0.001, 50"})
    void aThousandfoldIsToldOnce(double factor, int size) {
        ColumnChanges.Whole whole = judge(change(size, 9000, 100, 1, factor), -1, 0);

        assertThat(whole.kind()).isEqualTo(ColumnChanges.Whole.Kind.THOUSANDFOLD);
        assertThat(told).isEmpty();
    }

    @Test
    void aFewValuesAreComparedWithThemselvesOnly() {
        judge(change(3, 100, 0, 1, 1), 1, 151);

        assertThat(told).containsExactly("1 warning");
    }

    @Test
    void smallCountsMayChangeByHalf() {
        ColumnChanges changes = new ColumnChanges(true);
        changes.add(new StagedPlace(0, 1, 0), 19, 4);

        changes.judge((place, value, before, warning) -> told.add("told"));

        assertThat(told).isEmpty();
    }

    private record Change(double before, double after) {}

    /** Values about a middle, and what became of them: their factor, and a spread of its own. */
    private static List<Change> change(int size, double middle, double spread, double noise, double factor) {
        Random random = new Random(42);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double before = middle + spread * random.nextGaussian();
            changes.add(new Change(before, before * factor + noise * factor * random.nextGaussian()));
        }
        return changes;
    }

    private ColumnChanges.Whole judge(List<Change> changes, int slip, double value) {
        ColumnChanges column = new ColumnChanges(false);
        for (int i = 0; i < changes.size(); i++) {
            double after = i == slip ? value : changes.get(i).after;
            column.add(new StagedPlace(0, i, 0), after, changes.get(i).before);
        }
        return column.judge(
                (place, found, before, warning) -> told.add(place.line() + (warning ? " warning" : " hint")));
    }
}
