package de.quartierwerk.classification.indicator;

/**
 * An indicator as the catalogue defines it.
 *
 * @param code natural key
 * @param name name for people
 * @param unit unit of its values
 * @param kind count, ratio, mean or index
 * @param polarity burden, relief or neutral
 * @param minimumCount so many values of a suppressed count must remain possible; counts from 1 to one less are
 *     suppressed
 */
public record Indicator(String code, String name, String unit, String kind, String polarity, int minimumCount) {
    /** Kind of indicators whose values are numbers of cases. */
    public static final String COUNT = "count";

    /** The minimum count where the catalogue asks for nothing else. */
    public static final int USUAL_MINIMUM = 3;

    /** The area of a space in square kilometres: always there, from the registry. */
    public static final String AREA = "registry:area-km2";
}
