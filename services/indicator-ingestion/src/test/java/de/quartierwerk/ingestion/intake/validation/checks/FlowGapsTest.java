package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which parts of a year are missing. */
class FlowGapsTest {
    @Test
    void aYearWithSomeQuartersLacksTheOthers() {
        assertThat(missing("2023", "2023-Q1", "2023-Q2", "2023-Q4")).containsExactly("2023-Q3");
        assertThat(missing("2023", "2023-Q1")).containsExactly("2023-Q2", "2023-Q3", "2023-Q4");
    }

    @Test
    void quartersWithoutTheirYearLackOnlyWhatLiesBetween() {
        assertThat(missing("2023-Q1", "2023-Q4")).containsExactly("2023-Q2", "2023-Q3");
        assertThat(missing("2023-Q1", "2023-Q2")).isEmpty();
    }

    @Test
    void monthsStandForAQuarterAndHalvesForTheYear() {
        assertThat(missing("2023", "2023-Q1", "2023-Q2", "2023-07", "2023-08", "2023-09", "2023-Q4"))
                .isEmpty();
        assertThat(missing("2023", "2023-S1", "2023-S2", "2023-Q1")).isEmpty();
    }

    @Test
    void aYearAloneLacksNothing() {
        assertThat(missing("2022", "2023")).isEmpty();
    }

    private static List<String> missing(String... periods) {
        return FlowGaps.find(List.of(periods)).stream()
                .map(FlowGaps.Gap::period)
                .toList();
    }
}
