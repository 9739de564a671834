package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    @Test
    void commasWithinCellsBetweenTabulatorsAreNoDelimiters() {
        String eurostat = "freq,unit,sex,age,geo\\TIME_PERIOD\t2021 \t2022 \nA,NR,T,TOTAL,DEY11\t1000 \t1010 p\n";

        assertThat(Dialect.delimiter(eurostat, true)).isEqualTo('\t');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a;b\\n1,5;2,5\\n~;",
                "a,b,c\\n1.5,2,3\\n~,",
                "a\\tb\\n1,5\\t2\\n~tab",
                "a|b\\n1|2\\n~|",
                "Titel, mit Komma\\nRaum;Wert\\n01;1,5\\n02;2,5\\n~;",
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void findsTheDelimiter(String head, String delimiter) {
        String text = head.replace("\\n", "\n").replace("\\t", "\t");

        assertThat(Dialect.delimiter(text, true)).isEqualTo(delimiter.equals("tab") ? '\t' : delimiter.charAt(0));
    }

    @Test
    void leavesOutARowThatTheHeadMayHaveCut() {
        assertThat(Dialect.records("a;b\n1;2\n3", false, ';')).hasSize(2);
    }

    @Test
    void decidesTheDecimalSignByAllCells() {
        assertThat(Dialect.evidence(List.of("1.234", "1,5", "x")).decimal(';')).isEqualTo(',');
        assertThat(Dialect.evidence(List.of("1.234", "1.5")).decimal(';')).isEqualTo('.');
        assertThat(Dialect.evidence(List.of("1.234", "17")).certain()).isFalse();
        assertThat(Dialect.evidence(List.of("1.234", "17")).decimal(';')).isEqualTo(',');
        assertThat(Dialect.evidence(List.of("1.234")).decimal(',')).isEqualTo('.');
    }

    @Test
    void knowsLinesThatAreTooWide() {
        assertThat(Dialect.tooWide("a" + ";".repeat(CsvTable.MOST_COLUMNS + 1) + "\n", ';'))
                .isTrue();
        assertThat(Dialect.tooWide(("a" + ";".repeat(1000) + "\n").repeat(100), ';'))
                .isFalse();
    }
}
