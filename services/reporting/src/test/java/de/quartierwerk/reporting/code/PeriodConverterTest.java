package de.quartierwerk.reporting.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.ws.rs.ext.ParamConverter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodConverterTest {
    private final ParamConverter<Period> periods =
            Objects.requireNonNull(new PeriodConverter().getConverter(Period.class, Period.class, null));

    @Test
    void readsAndWritesAPeriod() {
        Period period = Objects.requireNonNull(periods.fromString("2023-Q3"));

        assertThat(period.text()).isEqualTo("2023-Q3");
        assertThat(periods.toString(period)).isEqualTo("2023-Q3");
    }

    @Test
    void takesAnEmptyParameterForNone() {
        assertThat(periods.fromString("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"then", "2023-13", "2023/25", "0000"})
    void refusesWhatIsNoPeriod(String text) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> periods.fromString(text))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo("period.malformed");
                    assertThat(refusal.errors().get(0).pointer()).isEqualTo("period");
                });
    }

    @Test
    void leavesOtherTypesToOthers() {
        assertThat(new PeriodConverter().getConverter(String.class, String.class, null))
                .isNull();
    }
}
