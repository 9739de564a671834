package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private final Numbers german = Words.in(Language.DE, ZoneOffset.UTC).numbers();
    private final Numbers english = Words.in(Language.EN, ZoneOffset.UTC).numbers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "12345.6|NORMAL|COUNT|persons|12.346|12,346",
                "12.34|NORMAL|RATIO|percent|12,3|12.3",
                "12.35|NORMAL|RATIO|percent|12,4|12.4",
                "-0.4567|NORMAL|INDEX|index|−0,46|−0.46",
                "0|NORMAL|INDEX|index|0,00|0.00",
                "-0.001|NORMAL|INDEX|index|0,00|0.00",
                "41.27|NORMAL|MEAN|years|41,3|41.3",
                "1234.5678|NORMAL|RATIO|per-km2|1.234,57|1,234.57",
                "7|NORMAL|RATIO|per-1000|7|7",
                "0|NORMAL|COUNT|persons|-|-",
                "0.0|NORMAL|RATIO|percent|-|-",
                "3.25|ESTIMATED|RATIO|percent|(3,3)|(3.3)",
                "3.25|UNRELIABLE|RATIO|percent|/|/",
                "null|SUPPRESSED|COUNT|persons|.|.",
                "5|SUPPRESSED|COUNT|persons|.|.",
                "null|MISSING|COUNT|persons|x|x",
                "null|NORMAL|COUNT|persons|x|x"
            })
    void writesValuesAndMarks(
            BigDecimal value, ValueStatus status, IndicatorKind kind, String unit, String inGerman, String inEnglish) {
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
