package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2023,2023-01-01,2023-12-31,2023,2023",
        "2023-S1,2023-01-01,2023-06-30,1. Halbjahr 2023,half-year 1 of 2023",
        "2023-S2,2023-07-01,2023-12-31,2. Halbjahr 2023,half-year 2 of 2023",
        "2023-Q3,2023-07-01,2023-09-30,3. Quartal 2023,quarter 3 of 2023",
        "2024-02,2024-02-01,2024-02-29,Februar 2024,February 2024",
        "2022/23,2022-08-01,2023-07-31,Schuljahr 2022/23,school year 2022/23",
        "1999/00,1999-08-01,2000-07-31,Schuljahr 1999/00,school year 1999/00",
        "2023-12-31,2023-12-31,2023-12-31,31. Dezember 2023,31 December 2023"
    })
    void readsEveryForm(String text, LocalDate start, LocalDate end, String german, String english) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(period).isEqualTo(new Period(text, start, end));
        assertThat(period.words(Locale.GERMAN)).isEqualTo(german);
        assertThat(period.words(Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23", "2023-S3", "2023-Q5", "2023-13", "2023-02-30", "2022/24", "2023-1", "2023 "})
    void refusesOthers(String text) {
        assertThat(Period.parse(text)).isEmpty();
    }

    @Test
    void refusesNothing() {
        assertThat(Period.parse(null)).isEmpty();
    }
}
