package de.quartierwerk.reporting.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.reporting.classification.Basis;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Polarity;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.report.ReportType;
import de.quartierwerk.reporting.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            classes = {
                Basis.class,
                IndicatorKind.class,
                Language.class,
                NeedOrigin.class,
                Polarity.class,
                ReportType.class,
                ValueStatus.class
            })
    void isWrittenInJsonAsInEventsAndTheDatabase(Class<? extends Enum<?>> type) {
        for (Enum<?> constant : type.getEnumConstants()) {
            assertThat(json.convertValue(constant, String.class)).isEqualTo(Codes.of(constant));
        }
    }

    @Test
    void readsWhatItWrites() {
        assertThat(Codes.of(ReportType.SOCIAL_REPORT)).isEqualTo("social-report");
        assertThat(Codes.parse(ReportType.class, "social-report")).isEqualTo(ReportType.SOCIAL_REPORT);
        assertThat(Codes.parseNullable(Polarity.class, null)).isNull();
    }

    @Test
    void refusesAnUnknownCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Codes.parse(Polarity.class, "good"))
                .withMessage("No Polarity: good");
    }
}
