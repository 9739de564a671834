package de.quartierwerk.reporting.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "5,NORMAL,COUNT,none",
                "5,SUPPRESSED,COUNT,SUPPRESSED",
                "none,SUPPRESSED,COUNT,SUPPRESSED",
                "0,SUPPRESSED,COUNT,SUPPRESSED",
                "5,UNRELIABLE,RATIO,UNRELIABLE",
                "5,MISSING,RATIO,MISSING",
                "none,NORMAL,RATIO,MISSING",
                "none,ESTIMATED,RATIO,MISSING",
                "0,NORMAL,COUNT,ZERO",
                "0.00,ESTIMATED,RATIO,ZERO",
                "0,NORMAL,INDEX,none",
                "0,NORMAL,none,ZERO",
                "5,ESTIMATED,MEAN,LIMITED"
            })
    void standsForWhatOfficialStatisticsMeanByIt(
            @Nullable BigDecimal value, ValueStatus status, @Nullable IndicatorKind kind, @Nullable Mark mark) {
        assertThat(Mark.of(value, status, kind)).isEqualTo(mark);
    }

    @Test
    void showsANumberOnlyWhereItTellsNoSecret() {
        assertThat(Mark.showsNumber(null)).isTrue();
        assertThat(Mark.showsNumber(Mark.ZERO)).isTrue();
        assertThat(Mark.showsNumber(Mark.LIMITED)).isTrue();
        assertThat(Mark.showsNumber(Mark.SUPPRESSED)).isFalse();
        assertThat(Mark.showsNumber(Mark.UNRELIABLE)).isFalse();
        assertThat(Mark.showsNumber(Mark.MISSING)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAsItsSign(Mark mark) {
        assertThat(new ObjectMapper().convertValue(mark, String.class)).isEqualTo(mark.sign());
    }
}
