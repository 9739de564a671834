package de.quartierwerk.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of exact values of one release (Freigabe): one indicator, one period, in columns of equal length. It may be
 * read by classification only. A release is complete when batches 0 to {@code of - 1} have arrived.
 *
 * @param release id of the release
 * @param recordedAt instant from which the release's values are known
 * @param indicator indicator code
 * @param period period as delivered, e.g. {@code 2023} or {@code 2023-12-31}
 * @param periodEnd reference date of the period
 * @param batch number of this batch, from 0
 * @param of number of batches of the release on this topic
 * @param spaces space keys
 * @param values exact values, null where there is none
 * @param numerators exact numerators, null where not delivered
 * @param denominators exact denominators, null where not delivered
 * @param statuses {@link ValueStatus} of the exact values
 * @param publicStatuses {@link ValueStatus} after disclosure control
 * @param publicValues what the public sees instead of the exact value where it is rounded, without its numerator and
 *     denominator; null elsewhere, empty where nothing is rounded
 */
public record ProtectedValues(
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
        List<String> statuses,
        List<String> publicStatuses,
        List<@Nullable BigDecimal> publicValues) {
    public ProtectedValues {
        spaces = Copies.of(spaces);
        values = Copies.of(values);
        numerators = Copies.of(numerators);
        denominators = Copies.of(denominators);
        statuses = Copies.of(statuses);
        publicStatuses = Copies.of(publicStatuses);
        publicValues = Copies.of(publicValues);
    }

    /** A batch of which the public sees every value as it is, or not at all. */
    public ProtectedValues(
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
            List<String> statuses,
            List<String> publicStatuses) {
        this(
                release,
                recordedAt,
                indicator,
                period,
                periodEnd,
                batch,
                of,
                spaces,
                values,
                numerators,
                denominators,
                statuses,
                publicStatuses,
                List.of());
    }
}
