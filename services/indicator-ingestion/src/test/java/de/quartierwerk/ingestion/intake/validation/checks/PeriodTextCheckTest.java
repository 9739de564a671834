package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodTextCheckTest {
    private final PeriodTextCheck.Texts texts = new PeriodTextCheck.Texts(null);

    @Test
    void aYearAndItsLastDayAreOneCell() {
        assertThat(texts.other("2023")).isNull();

        assertThat(texts.other("2023-12-31")).isEqualTo("2023");
    }

    @Test
    void aDayAndItsYearAreOneCell() {
        assertThat(texts.other("2023-12-31")).isNull();

        assertThat(texts.other("2023")).isEqualTo("2023-12-31");
    }

    @Test
    void periodsThatEndTogetherAreToldApart() {
        assertThat(texts.other("2023")).isNull();
        assertThat(texts.other("2023-Q4")).isNull();
        assertThat(texts.other("2023-12")).isNull();
    }

    @Test
    void theReferenceDateDecidesWhichDayAYearIs() {
        PeriodTextCheck.Texts inMay = new PeriodTextCheck.Texts("--05-01");

        assertThat(inMay.other("2023")).isNull();
        assertThat(inMay.other("2023-12-31")).isNull();
        assertThat(inMay.other("2023-05-01")).isEqualTo("2023");
    }
}
