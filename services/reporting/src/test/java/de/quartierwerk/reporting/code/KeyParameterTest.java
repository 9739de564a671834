package de.quartierwerk.reporting.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.kit.problem.Invalid;
import org.junit.jupiter.api.Test;

class KeyParameterTest {
    @Test
    void takesAnEmptyParameterForNone() {
        assertThat(KeyParameter.of("area", null)).isNull();
        assertThat(KeyParameter.of("area", "")).isNull();
        assertThat(KeyParameter.of("area", "99001-01")).isEqualTo("99001-01");
    }

    @Test
    void refusesWhatIsNoKeyUnderItsName() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> KeyParameter.of("area", "a b"))
                .satisfies(
                        refusal -> assertThat(refusal.errors().get(0).pointer()).isEqualTo("area"));
    }
}
