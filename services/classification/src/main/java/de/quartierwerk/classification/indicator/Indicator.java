package de.quartierwerk.classification.indicator;

import org.jspecify.annotations.Nullable;

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
 * @param noise how the counts behind it are changed, if they are
 */
public record Indicator(
        String code,
        String name,
        String unit,
        String kind,
        String polarity,
        int minimumCount,
        @Nullable Noise noise) {

    /**
     * How counts are changed so that none of them is exact.
     *
     * @param method as the catalogue names it
     * @param deviation by how much each count may differ from the true one
     */
    public record Noise(String method, double deviation) {}

    /** Kind of indicators whose values are numbers of cases. */
    public static final String COUNT = "count";

    /** The minimum count where the catalogue asks for nothing else. */
    public static final int USUAL_MINIMUM = 3;

    /** The area of a space in square kilometres: always there, from the registry. */
    public static final String AREA = "registry:area-km2";
}
