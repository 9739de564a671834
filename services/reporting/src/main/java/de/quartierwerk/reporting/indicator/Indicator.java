package de.quartierwerk.reporting.indicator;

import org.jspecify.annotations.Nullable;

/**
 * An indicator (Indikator).
 *
 * @param code natural key
 * @param version version of the definition
 * @param definition what it measures
 */
public record Indicator(String code, long version, Definition definition) {
    /**
     * Definition of an indicator.
     *
     * @param name name for people
     * @param description what it measures
     * @param unit unit of its values
     * @param kind what kind of number it is, null while the definition has not arrived
     * @param polarity whether a high value is a burden
     * @param theme subject
     * @param source who publishes it
     * @param licence licence of the data
     */
    public record Definition(
            String name,
            @Nullable String description,
            String unit,
            @Nullable IndicatorKind kind,
            @Nullable Polarity polarity,
            @Nullable String theme,
            @Nullable String source,
            @Nullable String licence) {}

    /** An indicator whose definition has not arrived. */
    static Indicator undefined(String code) {
        return new Indicator(code, 0, new Definition(code, null, "", null, null, null, null, null));
    }
}
