package de.quartierwerk.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class IndicatorStatementsIT {
    @Inject
    Indicators indicators;

    private final String code = "i" + UUID.randomUUID().toString().substring(0, 8);

    private IndicatorDefined definition(String name, String kind, long version) {
        return new IndicatorDefined(
                code,
                version,
                name,
                "What it measures",
                "percent",
                kind,
                "relief",
                "housing",
                null,
                null,
                null,
                3,
                "--12-31",
                "Statistics office",
                "CC0-1.0",
                "P1Y",
                null);
    }

    private Indicator read() {
        PublicValue value = new PublicValue(
                code,
                "x",
                "2023",
                LocalDate.of(2023, 12, 31),
                null,
                null,
                null,
                ValueStatus.MISSING,
                UUID.randomUUID());
        return indicators.of(List.of(value)).get(code);
    }

    @Test
    void keepsTheNewestVersionOfADefinition() {
        indicators.store(definition("New name", "ratio", 2));

        indicators.store(definition("Old name", "count", 1));

        assertThat(read())
                .isEqualTo(new Indicator(
                        code,
                        2,
                        new Indicator.Definition(
                                "New name",
                                "What it measures",
                                "percent",
                                IndicatorKind.RATIO,
                                Polarity.RELIEF,
                                "housing",
                                "Statistics office",
                                "CC0-1.0")));
    }

    @Test
    void namesAnIndicatorByItsCodeUntilItsDefinitionArrives() {
        assertThat(read().definition().name()).isEqualTo(code);
        assertThat(read().definition().kind()).isNull();
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> indicators.store(definition("Name", "feeling", 1)));
    }
}
