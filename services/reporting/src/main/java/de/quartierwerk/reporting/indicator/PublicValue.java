package de.quartierwerk.reporting.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A released value after disclosure control.
 *
 * @param indicator indicator code
 * @param space space key
 * @param period period as delivered
 * @param periodEnd its reference date
 * @param value the value, null where suppressed or missing
 * @param numerator its numerator, null where suppressed or not delivered
 * @param denominator its denominator, null where suppressed or not delivered
 * @param status status after disclosure control
 * @param release id of its release
 */
public record PublicValue(
        String indicator,
        String space,
        String period,
        LocalDate periodEnd,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        ValueStatus status,
        UUID release) {}
