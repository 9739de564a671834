package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LevelWordsTest {
    private static final Words GERMAN = Words.in(Language.DE, ZoneOffset.UTC);
    private static final Words ENGLISH = Words.in(Language.EN, ZoneOffset.UTC);

    @Test
    void putsTheNameOfALevelIntoThePlural() {
        assertThat(LevelWords.of(GERMAN, "x", "Sozialraum"))
                .isEqualTo(new LevelWords("Sozialraum", "Sozialräume", "Sozialräumen"));
        assertThat(LevelWords.of(GERMAN, "x", "Bezirk")).isEqualTo(new LevelWords("Bezirk", "Bezirke", "Bezirken"));
        assertThat(LevelWords.of(GERMAN, "x", "Bezirksregion").dative()).isEqualTo("Bezirksregionen");
        assertThat(LevelWords.of(GERMAN, "x", "Planungsraum").counted(GERMAN, 1234))
                .isEqualTo("1.234 Planungsräume");
        assertThat(LevelWords.of(GERMAN, "x", "Gemeinde").countedDative(GERMAN, 1))
                .isEqualTo("1 Gemeinde");
    }

    @Test
    void callsALevelWithoutAKnownPluralSpaces() {
        assertThat(LevelWords.of(GERMAN, "x", "Kiez")).isEqualTo(new LevelWords("Raum", "Räume", "Räumen"));
        assertThat(LevelWords.of(ENGLISH, "x", "Sozialraum").many()).isEqualTo("spaces");
    }

    @Test
    void namesLevelsInEnglish() {
        assertThat(LevelWords.of(ENGLISH, "social-space", "Sozialraum").counted(ENGLISH, 93))
                .isEqualTo("93 social spaces");
    }
}
