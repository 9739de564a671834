package de.quartierwerk.ingestion.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2023,2023-01-01,2023-12-31",
        "2023-S1,2023-01-01,2023-06-30",
        "2023-S2,2023-07-01,2023-12-31",
        "2023-Q3,2023-07-01,2023-09-30",
        "2024-02,2024-02-01,2024-02-29",
        "2022/23,2022-08-01,2023-07-31",
        "1999/00,1999-08-01,2000-07-31",
        "2023-12-31,2023-12-31,2023-12-31",
    })
    void readsTheWrittenForms(String text, LocalDate first, LocalDate last) {
        assertThat(Period.parse(text)).contains(new Period(text, first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23", "2023-S3", "2023-Q0", "2023-13", "2023-02-30", "2022/24", "2023-1", "0000", "x"})
    void refusesWhatIsNone(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

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
        assertThat(Period.parseLoosely(text).orElseThrow().text()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202313", "977101", "6/23", "5. Quartal 2023", "Schuljahr 2022/24", "20231"})
    void guessesNothing(String text) {
        assertThat(Period.parseLoosely(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023,--12-31,2023-12-31",
        "2023,--06-30,2023-06-30",
        "2023,,2023-12-31",
        "2022/23,--10-15,2022-10-15",
        "2022/23,--03-01,2023-03-01",
        "2023-Q1,--12-31,2023-03-31",
        "2023,--02-29,2023-02-28",
        "2023-05-09,--12-31,2023-05-09",
    })
    void refersToTheDayThatTheCatalogueStates(String text, String dayOfYear, LocalDate expected) {
        assertThat(Period.parse(text).orElseThrow().referenceDate(dayOfYear)).isEqualTo(expected);
    }

    @Test
    void doesNotMindBlanks() {
        assertThat(Period.parse(" 2023 ").orElseThrow().text()).isEqualTo("2023");
    }
}
