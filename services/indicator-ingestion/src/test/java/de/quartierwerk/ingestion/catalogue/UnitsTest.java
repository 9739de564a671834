package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "1,8,percent,12.5",
        "1,3,percent,33.333333333333",
        "1,8,per-1000,125",
        "1,8,share,0.125",
        "500,2,persons/km2,250",
        "500,2,per-km2,250",
        "187,2930,percent,6.382252559727",
    })
    void computesRatios(BigDecimal numerator, BigDecimal denominator, String unit, String expected) {
        assertThat(Units.ratio(numerator, denominator, unit)).isEqualTo(expected);
    }

    @Test
    void hasNoRatioToNothing() {
        assertThat(Units.ratio(BigDecimal.ONE, BigDecimal.ZERO, "percent")).isNull();
        assertThat(Units.ratio(null, BigDecimal.TEN, "percent")).isNull();
    }

    @Test
    void turnsPercentagesIntoTheUnit() {
        assertThat(Units.fromPercent(new BigDecimal("53.40"), "percent")).isEqualTo("53.40");
        assertThat(Units.fromPercent(new BigDecimal("53.40"), "share")).isEqualTo("0.5340");
        assertThat(Units.fromPercent(BigDecimal.TEN, "per-1000")).isNull();
    }

    @Test
    void dividesASumWhateverTheUnit() {
        assertThat(Units.mean(new BigDecimal("85"), new BigDecimal("2"))).isEqualByComparingTo("42.5");
        assertThat(Units.mean(new BigDecimal("85"), BigDecimal.ZERO)).isNull();
    }
}
