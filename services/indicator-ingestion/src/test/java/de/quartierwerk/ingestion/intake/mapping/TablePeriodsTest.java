package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablePeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "31.12.2023,2023-12-31",
        "2022/2023,2022/23",
        "Schuljahr 2022/23,2022/23",
        "SJ 2022/2023,2022/23",
        "Q1/2023,2023-Q1",
        "q1 2023,2023-Q1",
        "1. Quartal 2023,2023-Q1",
        "2. Halbjahr 2023,2023-S2",
        "06/2023,2023-06",
        "202312,2023-12",
        "2023,2023",
    })
    void readsThemAsTablesHaveThem(String text, String period) {
        assertThat(TablePeriods.parse(text).orElseThrow().text()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202313", "977101", "6/23", "5. Quartal 2023", "Schuljahr 2022/24", "20231"})
    void guessesNothing(String text) {
        assertThat(TablePeriods.parse(text)).isEmpty();
    }
}
