package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderPeriodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Arbeitslose / 2023|Arbeitslose|2023",
                "Arbeitslose / Frauen / 2023-06|Arbeitslose / Frauen|2023-06",
                "Arbeitslose 31.12.2023|Arbeitslose|2023-12-31",
                "2022/2023 Schüler|Schüler|2022/23",
                "Einwohner (2013)|Einwohner|2013",
                "Arbeitslose Dezember 2023|Arbeitslose|2023-12",
                "Arbeitslose Dez 23|Arbeitslose|2023-12",
                "Einwohner am 31. Dezember 2023|Einwohner|2023-12-31",
                "Arbeitslose 1. Quartal 2023|Arbeitslose|2023-Q1",
                "2021-06-30 / Insgesamt|Insgesamt|2021-06-30",
                "Einwohner / 2023 1)|Einwohner|2023",
                "Einwohner 2023 1)|Einwohner|2023",
                "Einwohner 20231)|Einwohner|2023",
                "Einwohner 2023*|Einwohner|2023",
                "Einwohner / 2023 (vorl.)|Einwohner|2023",
                "Einwohner 31.12.2023¹⁾|Einwohner|2023-12-31",
                "2023 Fläche in m²|Fläche in m²|2023",
                "2023 Gruppe 5 1)|Gruppe 5 1)|2023",
            })
    void takesThePeriodOutOfAName(String column, String name, String period) {
        HeaderPeriod found = HeaderPeriod.of(column).orElseThrow();

        assertThat(found.name()).isEqualTo(name);
        assertThat(found.period().text()).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({"2022-23,2022/23", "2022_23,2022/23", "2022-06,2022-06", "Schuljahr 2022-23,2022/23", "2011_12,2011/12"
    })
    void takesThePeriodOutOfTheNameOfASheet(String sheet, String period) {
        assertThat(HeaderPeriod.ofSheet(sheet).orElseThrow().text()).isEqualTo(period);
    }

    @Test
    void findsNoneWhereThereIsNoneOrMoreThanOne() {
        assertThat(HeaderPeriod.of("Arbeitslose")).isEmpty();
        assertThat(HeaderPeriod.of("Änderung 2022 2023")).isEmpty();
    }
}
