package de.quartierwerk.ingestion.intake.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Frau Muster klagt|observation.person-title|Frau Muster",
                "bei Herrn Dr. Beispiel|observation.person-title|Herrn Dr. Beispiel",
                "Familie Öztürk zieht weg|observation.person-title|Familie Öztürk",
                "im Haus von Fatma Yılmaz-Groß|observation.person-name|Fatma Yılmaz-Groß",
                "laut K. Schmidt|observation.person-initial|K. Schmidt",
                "Rückfragen an k.schmidt@verband.example|observation.person-address|k.schmidt@verband.example",
                "erreichbar unter 0241 / 123456|observation.person-address|0241 / 123456",
            })
    void warnsAboutPersons(String text, String code, String words) {
        assertThat(PersonNames.in(text)).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.words()).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ältere Frauen und Kinder meiden den Platz.",
                "Die Mieten stiegen um 12,5 Prozent seit 2019, in 01011101 um 3.",
                "Seit dem 01.06.2024 fehlt ein Treffpunkt.",
                "Für eine Frau mit Kindern gibt es kein Angebot.",
                "An der Martin-Luther-Straße fehlt ein Überweg.",
                "Zwischen 2019 und 2024, z. B. nachts.",
            })
    void leavesOtherWordsAlone(String text) {
        assertThat(PersonNames.in(text)).isEmpty();
    }

    @Test
    void findsEachPlaceOnceInTheOrderOfTheText() {
        assertThat(PersonNames.in("Anna Muster und Herr Peter Beispiel, T. Test"))
                .extracting(PersonNames.Found::words)
                .containsExactly("Anna Muster", "Herr Peter Beispiel", "T. Test");
        assertThat(PersonNames.in(null)).isEmpty();
    }
}
