package de.quartierwerk.reporting.profile;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Space;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Indicator RATE = new Indicator(
            "rate", 1, new Indicator.Definition("Rate", null, "percent", IndicatorKind.RATIO, null, null, null, null));

    private static Space space(String key) {
        return new Space(key, key, "social-space", "town", List.of("town", key), LocalDate.of(2012, 1, 1), null, null);
    }

    private static PublicValue value(String space, String value, String above, String below, ValueStatus status) {
        return new PublicValue(
                "rate",
                space,
                "2023",
                LocalDate.of(2023, 12, 31),
                value == null ? null : new BigDecimal(value),
                above == null ? null : new BigDecimal(above),
                below == null ? null : new BigDecimal(below),
                status,
                UUID.randomUUID());
    }

    private static final PublicValue ONE = value("a", "10", "10", "100", ValueStatus.NORMAL);
    private static final PublicValue OTHER = value("b", "30", "90", "300", ValueStatus.NORMAL);

    @Test
    void makesARatioOfTheSums() {
        Surroundings around = new Surroundings(List.of(space("a"), space("b")), List.of(ONE, OTHER), List.of());

        assertThat(around.of("town", RATE)).isEqualByComparingTo("25");
    }

    @Test
    void makesNothingWhereAPartIsSecretUnreliableOrMissing() {
        PublicValue secret = value("b", null, null, null, ValueStatus.SUPPRESSED);
        PublicValue unreliable = value("b", "30", "90", "300", ValueStatus.UNRELIABLE);
        List<Space> spaces = List.of(space("a"), space("b"));

        assertThat(new Surroundings(spaces, List.of(ONE, secret), List.of()).of("town", RATE))
                .isNull();
        assertThat(new Surroundings(spaces, List.of(ONE, unreliable), List.of()).of("town", RATE))
                .isNull();
        assertThat(new Surroundings(spaces, List.of(ONE), List.of()).of("town", RATE))
                .isNull();
    }

    @Test
    void ranksShownValuesOnly() {
        PublicValue secret = value("c", null, null, null, ValueStatus.SUPPRESSED);
        Surroundings around =
                new Surroundings(List.of(space("a"), space("b"), space("c")), List.of(ONE, OTHER, secret), List.of());

        assertThat(around.rank(RATE, ONE)).isEqualTo(new Surroundings.Rank(2, 2));
        assertThat(around.rank(RATE, secret)).isNull();
    }

    @Test
    void takesMediansOfShownValuesOnly() {
        PublicValue secret = value("c", null, null, null, ValueStatus.SUPPRESSED);
        PublicValue unreliable = value("d", "90", "9", "10", ValueStatus.UNRELIABLE);
        Surroundings around = new Surroundings(
                List.of(space("a"), space("b"), space("c"), space("d")),
                List.of(ONE, OTHER, secret, unreliable),
                List.of());

        assertThat(around.medians()).containsOnly(Map.entry("rate", new BigDecimal("20")));
        assertThat(around.rank(RATE, OTHER)).isEqualTo(new Surroundings.Rank(1, 2));
    }

    @Test
    void takesTheDeliveredValueOfALargerSpaceFirst() {
        PublicValue delivered = value("town", "26", null, null, ValueStatus.NORMAL);

        assertThat(new Surroundings(List.of(space("a"), space("b")), List.of(ONE, OTHER), List.of(delivered))
                        .of("town", RATE))
                .isEqualByComparingTo("26");
    }

    @Test
    void comparesNothingWithItself() {
        Surroundings alone = new Surroundings(List.of(space("a")), List.of(ONE), List.of());

        assertThat(alone.medians()).isEmpty();
        assertThat(alone.rank(RATE, ONE)).isNull();
    }
}
