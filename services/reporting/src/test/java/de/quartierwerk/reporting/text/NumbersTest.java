package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private final Numbers german = Words.in("de").numbers();
    private final Numbers english = Words.in("en").numbers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "12345.6|normal|count|persons|12.346|12,346",
                "12.34|normal|ratio|percent|12,3|12.3",
                "12.35|normal|ratio|percent|12,4|12.4",
                "-0.4567|normal|index|index|−0,46|−0.46",
                "0|normal|index|index|0,00|0.00",
                "-0.001|normal|index|index|0,00|0.00",
                "41.27|normal|mean|years|41,3|41.3",
                "1234.5678|normal|ratio|per-km2|1.234,57|1,234.57",
                "7|normal|ratio|per-1000|7|7",
                "0|normal|count|persons|-|-",
                "0.0|normal|ratio|percent|-|-",
                "3.25|estimated|ratio|percent|(3,3)|(3.3)",
                "3.25|unreliable|ratio|percent|/|/",
                "null|suppressed|count|persons|.|.",
                "5|suppressed|count|persons|.|.",
                "null|missing|count|persons|x|x",
                "null|normal|count|persons|x|x"
            })
    void writesValuesAndMarks(
            BigDecimal value, String status, String kind, String unit, String inGerman, String inEnglish) {
        assertThat(german.value(value, status, kind, unit)).isEqualTo(inGerman);
        assertThat(english.value(value, status, kind, unit)).isEqualTo(inEnglish);
    }

    @Test
    void writesAreasAndMoney() {
        assertThat(german.area(new BigDecimal("1250000.5"))).isEqualTo("1,25\u00a0km²");
        assertThat(german.money("50000.00", "EUR")).isEqualTo("50.000,00\u00a0EUR");
        assertThat(english.money("50000.00", "EUR")).isEqualTo("50,000.00\u00a0EUR");
    }

    @Test
    void marksAWithheldIndexAsSuppressed() {
        assertThat(german.index(null)).isEqualTo(".");
    }
}
