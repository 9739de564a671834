package de.quartierwerk.ingestion.mapping;

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
            })
    void takesThePeriodOutOfAName(String column, String name, String period) {
        HeaderPeriod found = HeaderPeriod.of(column).orElseThrow();

        assertThat(found.name()).isEqualTo(name);
        assertThat(found.period().text()).isEqualTo(period);
    }

    @Test
    void findsNoneWhereThereIsNoneOrMoreThanOne() {
        assertThat(HeaderPeriod.of("Arbeitslose")).isEmpty();
        assertThat(HeaderPeriod.of("Änderung 2022 2023")).isEmpty();
    }
}
