package de.quartierwerk.reporting.indicator;

/**
 * An indicator definition (Indikator).
 *
 * @param code natural key
 * @param version version of the definition
 * @param name name for people
 * @param description what it measures, or null
 * @param unit unit of its values
 * @param kind count, ratio, mean or index
 * @param polarity burden, relief or neutral
 * @param theme subject, or null
 * @param source who publishes it, or null
 * @param licence licence of the data, or null
 */
public record Indicator(
        String code,
        long version,
        String name,
        String description,
        String unit,
        String kind,
        String polarity,
        String theme,
        String source,
        String licence) {}
