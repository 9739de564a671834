package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jülicher Str.|Juelicher Strasse",
                "St. Tönis|Sankt Toenis",
                "Aachen, Stadt|Aachen",
                "Alsdorf-Mitte|ALSDORF  MITTE",
                "Café|cafe",
                "Ju\u0308lich|Jülich",
                "Überruhr|Über\u00adruhr\u200b",
            })
    void foldsWhatPeopleWriteDifferently(String one, String other) {
        assertThat(SpaceNames.fold(one)).isEqualTo(SpaceNames.fold(other));
    }

    @Test
    void keepsANameThatIsOnlyAKind() {
        assertThat(SpaceNames.fold("Markt")).isEqualTo("markt");
    }

    @ParameterizedTest
    @CsvSource({"eschweiler,eschweiler,0", "eschweiler,eschwailer,1", "eschweiler,eschwiler,1", "aachen,alsdorf,4"})
    void countsDifferences(String one, String other, int differences) {
        assertThat(Math.min(SpaceNames.differences(one, other), 4)).isEqualTo(differences);
    }
}
