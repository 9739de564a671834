package de.quartierwerk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Messages messages = new Messages();

    @Test
    void showsNumbersAsTheyAre() {
        String text = messages.text(Locale.GERMAN, "page.limit-out-of-range", 1000, 2013);

        assertThat(text).isEqualTo("„limit“ muss zwischen 1 und 1000 liegen, war aber 2013.");
    }

    @Test
    void showsDecimalsPlainly() {
        assertThat(messages.text(Locale.ENGLISH, "request.refused", new BigDecimal("1E+3")))
                .isEqualTo("The request was refused with status 1000.");
    }

    @Test
    void writesDaysAsPeopleDo() {
        LocalDate day = LocalDate.of(2026, 11, 7);

        assertThat(messages.text(Locale.GERMAN, "request.refused", day)).contains(" 07.11.2026 ");
        assertThat(messages.text(Locale.ENGLISH, "request.refused", day)).contains(" 2026-11-07");
    }

    @Test
    void rendersArgumentsThatAreTexts() {
        String text = messages.text(
                Locale.ENGLISH, "parameter.wrong-type", "day", MessageText.of("type.one-of", "RED, GREEN"));

        assertThat(text).isEqualTo("The parameter “day” must be one of the values RED, GREEN.");
    }

    @Test
    void showsTheCodeWhereThereIsNoText() {
        assertThat(messages.text(Locale.GERMAN, "no.such-code", 1)).isEqualTo("no.such-code");
    }

    @Test
    void speaksGermanUnlessEnglishIsPreferred() {
        assertThat(CallerLanguage.preferred(null)).isEqualTo(Locale.GERMAN);
        assertThat(CallerLanguage.preferred("")).isEqualTo(Locale.GERMAN);
        assertThat(CallerLanguage.preferred("tr, fr;q=0.5")).isEqualTo(Locale.GERMAN);
        assertThat(CallerLanguage.preferred("%%%;;q=x")).isEqualTo(Locale.GERMAN);
        assertThat(CallerLanguage.preferred("en-US,en;q=0.9,de;q=0.8")).isEqualTo(Locale.ENGLISH);
        assertThat(CallerLanguage.preferred("de-AT, en;q=0.9")).isEqualTo(Locale.GERMAN);
    }
}
