package de.quartierwerk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerLanguageTest {

    @Test
    void takesTheBestOfTheLanguagesThatThereAre() {
        assertThat(CallerLanguage.preferred("fr, en-GB;q=0.8, de;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(CallerLanguage.preferred("de-AT")).isEqualTo(Locale.GERMAN);
        assertThat(CallerLanguage.preferred(null)).isEqualTo(Locale.GERMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "--", "-,en", "en-", "*-", ",", ";", ";q=1", "en;q=2", "en;q=x", "\u0000", "*", "de_", "q"})
    void answersInGermanWhereTheWishIsNone(String nonsense) {
        assertThat(CallerLanguage.preferred(nonsense)).isIn(Locale.GERMAN, Locale.ENGLISH);
    }
}
