package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.NumberText;
import org.junit.jupiter.api.Test;

/** Decimal signs of columns, decided by all of their numbers. */
class NumberColumnsTest {
    @Test
    void aColumnOfDecimalPointsIsReadAgain() {
        NumberColumns columns = new NumberColumns(NumberStyle.GERMAN, false);
        NumberColumn column = columns.of(0, 1);
        column.notOnlyCounts();
        look(column, "0.123");
        look(column, "1.5");

        assertThat(columns.decide()).isTrue();
        assertThat(columns.of(0, 1).style().decimal()).isEqualTo('.');
    }

    @Test
    void aColumnAsAssumedIsNotReadAgain() {
        NumberColumns columns = new NumberColumns(NumberStyle.GERMAN, false);
        NumberColumn column = columns.of(0, 1);
        column.notOnlyCounts();
        look(column, "12,5");

        assertThat(columns.decide()).isFalse();
        assertThat(columns.of(0, 1).style().decimal()).isEqualTo(',');
    }

    @Test
    void whatTheMappingStatesIsNotDecided() {
        NumberColumns columns = new NumberColumns(NumberStyle.PLAIN, true);

        assertThat(columns.undecided()).isFalse();
        assertThat(columns.decide()).isFalse();
    }

    private static void look(NumberColumn column, String text) {
        column.look(text, NumberText.parse(text, column.style()).orElse(null));
    }
}
