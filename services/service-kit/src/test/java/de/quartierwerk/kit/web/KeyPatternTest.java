package de.quartierwerk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"[0-9]{8}", "([A-Z]{2}[0-9]{1,6}){1,9}", "\\d{2}(\\d{2}(\\d{2}(\\d{2})?)?)?"})
    void takesPatternsAsKeysHaveThem(String text) {
        assertThat(KeyPattern.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "(a)\\1",
                "((a{0,999}){0,999}){0,999}",
                "((((a{0,99}){0,99}){0,99}){0,99}){0,99}",
                "a{99999}"
            })
    void refusesWhatIsNoneOrTakesTooMuchMemory(String text) {
        assertThat(KeyPattern.of(text)).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> KeyPattern.compile("(a{0,500}){0,500}"))
                .isInstanceOf(PatternSyntaxException.class)
                .hasMessageContaining("too large");
    }
}
