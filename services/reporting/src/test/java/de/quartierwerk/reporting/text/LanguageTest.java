package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void isGermanUnlessEnglishIsAskedFor() {
        assertThat(Language.of(Locale.UK)).isEqualTo(Language.EN);
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.DE);
        assertThat(Language.of(Locale.FRENCH)).isEqualTo(Language.DE);
    }

    @Test
    void isWrittenAsItsCode() {
        assertThat(Language.DE).hasToString("de");
        assertThat(Language.EN.code()).isEqualTo("en");
    }
}
