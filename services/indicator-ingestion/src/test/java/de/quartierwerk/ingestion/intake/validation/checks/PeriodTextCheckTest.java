package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTextCheckTest {
    private final PeriodTextCheck.Texts texts = new PeriodTextCheck.Texts(null);

    @Test
    void aYearAndItsLastDayAreOneCell() {
        assertThat(texts.others("2023-12-31", List.of("2022", "2023"))).containsExactly("2023");
        assertThat(texts.others("2023", List.of("2023-12-30", "2023-12-31"))).containsExactly("2023-12-31");
    }

    @Test
    void periodsThatEndTogetherAreToldApart() {
        assertThat(texts.others("2023-12", List.of("2023", "2023-Q4"))).isEmpty();
    }

    @Test
    void theReferenceDateDecidesWhichDayAYearIs() {
        PeriodTextCheck.Texts inMay = new PeriodTextCheck.Texts("--05-01");

        assertThat(inMay.others("2023-12-31", List.of("2023"))).isEmpty();
        assertThat(inMay.others("2023-05-01", List.of("2023"))).containsExactly("2023");
    }
}
