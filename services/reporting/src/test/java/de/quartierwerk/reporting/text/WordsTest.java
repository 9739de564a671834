package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Words GERMAN = Words.in(Language.DE, BERLIN);
    private static final Words ENGLISH = Words.in(Language.EN, BERLIN);

    @Test
    void bothLanguagesHaveTheSameWordsWithAsManyArguments() throws IOException {
        Properties german = load("de");
        Properties english = load("en");

        assertThat(new TreeSet<>(german.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        assertThat(german.stringPropertyNames())
                .allSatisfy(code -> assertThat(arguments(german, code)).as(code).isEqualTo(arguments(english, code)));
    }

    @Test
    void countsInTheSingularAndThePlural() {
        assertThat(GERMAN.count("spaces", 1)).isEqualTo("1 Raum");
        assertThat(GERMAN.count("spaces", 1234)).isEqualTo("1.234 Räume");
        assertThat(ENGLISH.count("municipalities", 5)).isEqualTo("5 municipalities");
    }

    @Test
    void writesTheDayOfAnInstantInTheTimeZone() {
        assertThat(GERMAN.day(Instant.parse("2023-12-31T23:30:00Z"))).isEqualTo("1. Januar 2024");
    }

    @Test
    void marksWordsOfTheDataOnAPageInAnotherLanguage() {
        assertThat(ENGLISH.foreignHtml("Lage <b>\"&")).isEqualTo("<span lang=\"de\">Lage &lt;b&gt;&quot;&amp;</span>");
        assertThat(GERMAN.foreignHtml("Lage <b>")).isEqualTo("Lage &lt;b&gt;");
    }

    @Test
    void leavesUnknownCodesAsTheyAre() {
        assertThat(ENGLISH.orCode("unit.", "percent")).isEqualTo("percent");
        assertThat(ENGLISH.orCode("unit.", "furlongs")).isEqualTo("furlongs");
    }

    private static int arguments(Properties words, String code) {
        return new MessageFormat(words.getProperty(code), Locale.GERMAN).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/pages/words_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
