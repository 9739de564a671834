package de.quartierwerk.events;

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
        "2023-W05,2023-01-30,2023-02-05",
        "2020-W53,2020-12-28,2021-01-03",
        "2024-W01,2024-01-01,2024-01-07",
        "2022/23,2022-08-01,2023-07-31",
        "1999/00,1999-08-01,2000-07-31",
        "2023-12-31,2023-12-31,2023-12-31",
    })
    void readsTheWrittenForms(String text, LocalDate first, LocalDate last) {
        assertThat(Period.parse(text)).contains(new Period(text, first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "23",
                "2023-S3",
                "2023-Q0",
                "2023-13",
                "2023-02-30",
                "2022/24",
                "2023-1",
                "2023-W53",
                "2023-W00",
                "0000",
                "x"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Period.parse(text)).isEmpty();
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

    @Test
    void isNotThere() {
        assertThat(Period.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023,12", "2023-S2,6", "2023-Q1,3", "2024-02,1", "2022/23,12", "2023-12-31,0"})
    void hasALengthInMonths(String text, int months) {
        assertThat(Period.parse(text).orElseThrow().months()).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2023,2,2021-01-01,2021-12-31",
        "2023-Q1,1,2022-10-01,2022-12-31",
        "2024-03,1,2024-02-01,2024-02-29",
        "2022/23,1,2021-08-01,2022-07-31",
        "2023-W05,1,2023-01-23,2023-01-29",
        "2024-02-29,1,2023-02-28,2023-02-28",
    })
    void goesBack(String text, int lag, LocalDate first, LocalDate last) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(period.firstBefore(lag)).isEqualTo(first);
        assertThat(period.lastBefore(lag)).isEqualTo(last);
        assertThat(period.includes(last, lag)).isTrue();
    }
}
