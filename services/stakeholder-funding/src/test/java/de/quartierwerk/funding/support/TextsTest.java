package de.quartierwerk.funding.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aTextThatMayBeLeftOutIsEmptyOrWithoutBlanksAroundIt() {
        assertThat(Texts.clean("  a b ")).isEqualTo("a b");
        assertThat(Texts.clean(" \t")).isNull();
        assertThat(Texts.clean(null)).isNull();
    }

    @Test
    void aTextThatMustBeThereStaysForTheValidation() {
        assertThat(Texts.strip(" a ")).isEqualTo("a");
        assertThat(Texts.strip("  ")).isEmpty();
        assertThat(Texts.strip(null)).isNull();
    }

    @Test
    void aListKeepsItsNullsForTheValidation() {
        assertThat(Texts.copy(Arrays.asList("a", null))).containsExactly("a", null);
        assertThat(Texts.copy(null)).isEmpty();
    }
}
