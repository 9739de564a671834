package de.quartierwerk.classification.indicator;

/**
 * An indicator as the catalogue defines it.
 *
 * @param code natural key
 * @param name name for people
 * @param unit unit of its values
 * @param kind count, ratio, mean or index
 * @param polarity burden, relief or neutral
 */
public record Indicator(String code, String name, String unit, String kind, String polarity) {
    /** Kind of indicators whose values are numbers of cases. */
    public static final String COUNT = "count";

    /** The area of a space in square kilometres: always there, from the registry. */
    public static final String AREA = "registry:area-km2";
}
