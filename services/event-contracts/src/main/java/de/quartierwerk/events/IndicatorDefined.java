package de.quartierwerk.events;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A version of an indicator definition (Indikator) was stored.
 *
 * @param code natural key
 * @param version from 1, one more with every changed definition
 * @param name name for people
 * @param description what it measures
 * @param unit {@code percent}, {@code persons}, {@code index} …
 * @param kind {@code count}, {@code ratio}, {@code mean} or {@code index}
 * @param polarity {@code burden}, {@code relief} or {@code neutral}
 * @param theme subject it belongs to
 * @param numerator code of the indicator that is its numerator
 * @param denominator code of the indicator that is its denominator
 * @param formula arithmetic formula over codes in brackets
 * @param minimumCount counts from 1 to one less than this are suppressed
 * @param referenceDate day of the year as {@code --12-31}
 * @param source who publishes it
 * @param licence licence of the data
 * @param periodicity ISO 8601 duration between two periods
 * @param protection how the counts behind it are changed so that none of them is exact
 */
public record IndicatorDefined(
        String code,
        long version,
        String name,
        @Nullable String description,
        String unit,
        String kind,
        String polarity,
        @Nullable String theme,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String formula,
        int minimumCount,
        @Nullable String referenceDate,
        @Nullable String source,
        @Nullable String licence,
        @Nullable String periodicity,
        @Nullable Protection protection) {

    /**
     * How counts are changed so that none of them is exact (überdeckende Geheimhaltung).
     *
     * @param method {@code cell-key}, {@code rounding}, {@code random-rounding} or {@code own-cell-key}
     * @param deviation by how much each count may differ from the true one
     * @param variance variance of the difference
     */
    public record Protection(
            String method, BigDecimal deviation, @Nullable BigDecimal variance) {}
}
