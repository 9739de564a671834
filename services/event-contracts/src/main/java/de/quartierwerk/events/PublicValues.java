package de.quartierwerk.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of values of one release (Freigabe) after disclosure control: one indicator, one period, in columns of equal
 * length. Suppressed values carry neither value nor numerator nor denominator that would give the count away. A release
 * is complete when batches 0 to {@code of - 1} have arrived.
 *
 * @param release id of the release
 * @param recordedAt instant from which the release's values are known
 * @param indicator indicator code
 * @param period period as delivered, e.g. {@code 2023} or {@code 2023-12-31}
 * @param periodEnd reference date of the period
 * @param batch number of this batch, from 0
 * @param of number of batches of the release on this topic
 * @param spaces space keys
 * @param values public values, null where suppressed or missing
 * @param numerators public numerators, null where suppressed or not delivered
 * @param denominators public denominators, null where suppressed or not delivered
 * @param statuses {@link ValueStatus} after disclosure control
 */
public record PublicValues(
        UUID release,
        Instant recordedAt,
        String indicator,
        String period,
        LocalDate periodEnd,
        int batch,
        int of,
        List<String> spaces,
        List<@Nullable BigDecimal> values,
        List<@Nullable BigDecimal> numerators,
        List<@Nullable BigDecimal> denominators,
        List<String> statuses) {
    public PublicValues {
        spaces = Copies.of(spaces);
        values = Copies.of(values);
        numerators = Copies.of(numerators);
        denominators = Copies.of(denominators);
        statuses = Copies.of(statuses);
    }
}
