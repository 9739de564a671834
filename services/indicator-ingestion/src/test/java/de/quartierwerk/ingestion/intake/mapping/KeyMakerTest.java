package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMakerTest {
    @ParameterizedTest
    @CsvSource({
        "5334002,,,8,,05334002",
        "399002.0,,,7,,0399002",
        "05.3.34 002,,' .',,,05334002",
        "12,,,3,05315,05315012",
        "01001 Flensburg,'^(\\d{5}) ',,,,01001",
        "Insgesamt,'^(\\d{5}) ',,8,05,Insgesamt",
        "AB 12,'\\d+',,,,12",
        "QT1,,,8,,QT1",
    })
    void keysAreMadeAsStated(String text, String pattern, String remove, Integer padTo, String prefix, String key) {
        KeyMaker maker = new KeyMaker(new KeyRule(null, null, pattern, remove, padTo, prefix));

        assertThat(maker.key(text)).isEqualTo(key);
    }

    @Test
    void translatedTextsAreKeysAsTheyAre() {
        KeyMaker maker = new KeyMaker(new KeyRule(null, Map.of("Bonn, Stadt", "05314000"), null, null, 8, "9"));

        assertThat(maker.key("Bonn,  Stadt")).isEqualTo("05314000");
        assertThat(maker.key("1")).isEqualTo("900000001");
    }

    @Test
    void aPatternTakesTimeInProportionToTheText() {
        KeyMaker maker = new KeyMaker(new KeyRule(null, null, "^(a+)+$", null, null, null));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> maker.key("a".repeat(100_000) + "b"));
    }
}
