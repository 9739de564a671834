package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
        "Dezember 2023,2023-12",
        "Dez 23,2023-12",
        "Dez. 2023,2023-12",
        "Dec-23,2023-12",
        "2023 März,2023-03",
        "Juni 2022,2022-06",
        "Jänner 2022,2022-01",
        "31.12.23,2023-12-31",
        "31.12.99,1999-12-31",
        "1. Juli 2023,2023-07-01",
        "30 June 2023,2023-06-30",
        "Stand: 31.12.2023,2023-12-31",
        "Stichtag 30.6.2023,2023-06-30",
        "Stand: Dezember 2023,2023-12",
        "2013-12-31T00:00:00,2013-12-31",
        "20131231,2013-12-31",
        "2015M12,2015-12",
        "2015-M3,2015-03",
        "2014Q4,2014-Q4",
        "2014-Q3,2014-Q3",
        "IV/2014,2014-Q4",
        "2014S1,2014-S1",
        "2014H2,2014-S2",
        "2023 1. Halbjahr,2023-S1",
        "2023W05,2023-W05",
        "2023-W5,2023-W05",
        "KW 5/2023,2023-W05",
        "5. KW 2023,2023-W05",
        "2023.0,2023",
        "2023-A1,2023",
        "2022JJ00,2022",
        "2022MM05,2022-05",
        "Mid-2021,2021-06-30",
        "2023,2023",
    })
    void readsThemAsTablesHaveThem(String text, String period) {
        assertThat(TablePeriods.parse(text).orElseThrow().text()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "202312",
                "977101",
                "1.2.34",
                "13/2023",
                "2023M13",
                "Mai",
                "20131301",
                "6/23",
                "5. Quartal 2023",
                "Schuljahr 2022/24",
                "20231"
            })
    void guessesNothing(String text) {
        assertThat(TablePeriods.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"201112,YEAR_MONTH,2011-12", "201112,SCHOOL_YEAR,2011/12", "2011,YEAR_MONTH,2011"})
    void sixDigitsMeanWhatIsStated(String text, PeriodFormat format, String period) {
        assertThat(TablePeriods.parse(text, format).orElseThrow().text()).isEqualTo(period);
        assertThat(TablePeriods.parse("201112")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2023,Dezember,Monat,2023-12",
        "2023,12,Monat,2023-12",
        "2023.0,3.0,month,2023-03",
        "2023,5,Kalenderwoche,2023-W05",
        "2023,KW 5,Woche,2023-W05",
        "2023,4,Quartal,2023-Q4",
        "2023,4. Quartal,Zeit,2023-Q4",
        "2023,1. Halbjahr,Zeit,2023-S1",
        "2023,'',Monat,2023",
    })
    void severalColumnsMakeUpAPeriod(String year, String part, String name, String period) {
        assertThat(PeriodParts.parse(List.of(year, part), List.of("Jahr", name)))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo(period));
        assertThat(PeriodParts.parse(List.of(part, year), List.of(name, "Jahr")))
                .hasValueSatisfying(found -> assertThat(found.text()).isEqualTo(period));
    }

    @Test
    void aBareNumberOfAnyColumnIsNoPartOfAPeriod() {
        assertThat(PeriodParts.parse(List.of("2023", "5"), List.of("Jahr", "Zeit")))
                .isEmpty();
    }
}
