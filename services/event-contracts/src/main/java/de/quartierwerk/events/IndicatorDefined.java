package de.quartierwerk.events;

/**
 * A version of an indicator definition (Indikator) was stored.
 *
 * @param code natural key
 * @param version from 1, one more with every changed definition
 * @param name name for people
 * @param description what it measures, or null
 * @param unit {@code percent}, {@code persons}, {@code index} …
 * @param kind {@code count}, {@code ratio}, {@code mean} or {@code index}
 * @param polarity {@code burden}, {@code relief} or {@code neutral}
 * @param theme subject it belongs to, or null
 * @param numerator code of the indicator that is its numerator, or null
 * @param denominator code of the indicator that is its denominator, or null
 * @param formula arithmetic formula over codes in brackets, or null
 * @param minimumCount counts from 1 to one less than this are suppressed
 * @param referenceDate day of the year as {@code --12-31}, or null
 * @param source who publishes it, or null
 * @param licence licence of the data, or null
 * @param periodicity ISO 8601 duration between two periods, or null
 */
public record IndicatorDefined(
        String code,
        long version,
        String name,
        String description,
        String unit,
        String kind,
        String polarity,
        String theme,
        String numerator,
        String denominator,
        String formula,
        int minimumCount,
        String referenceDate,
        String source,
        String licence,
        String periodicity) {}
