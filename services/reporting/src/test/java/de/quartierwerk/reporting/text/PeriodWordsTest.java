package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodWordsTest {
    @ParameterizedTest
    @CsvSource({
        "2023,2023,2023",
        "2023-S1,1. Halbjahr 2023,half-year 1 of 2023",
        "2023-W05,05. Woche 2023,week 05 of 2023",
        "2023-S2,2. Halbjahr 2023,half-year 2 of 2023",
        "2023-Q3,3. Quartal 2023,quarter 3 of 2023",
        "2024-02,Februar 2024,February 2024",
        "2022/23,Schuljahr 2022/23,school year 2022/23",
        "1999/00,Schuljahr 1999/00,school year 1999/00",
        "2023-12-31,31. Dezember 2023,31 December 2023"
    })
    void saysEveryForm(String text, String german, String english) {
        Period period = Period.parse(text).orElseThrow();

        assertThat(PeriodWords.of(period, Language.DE)).isEqualTo(german);
        assertThat(PeriodWords.of(period, Language.EN)).isEqualTo(english);
    }
}
