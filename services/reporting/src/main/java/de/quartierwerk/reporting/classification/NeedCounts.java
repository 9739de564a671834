package de.quartierwerk.reporting.classification;

import java.util.Map;

/**
 * How many spaces of an area a run found in need.
 *
 * @param spaces number of spaces
 * @param spacesInNeed number of spaces with at least one need
 * @param municipalitiesInNeed number of municipalities with such a space
 * @param excluded number of spaces excluded with a reason
 * @param byNeed counts by code of the need; a need that no space has is absent
 */
public record NeedCounts(
        int spaces, int spacesInNeed, int municipalitiesInNeed, int excluded, Map<String, NeedCount> byNeed) {
    /**
     * Counts of one need.
     *
     * @param spaces number of spaces that have it
     * @param municipalities number of municipalities with such a space
     */
    public record NeedCount(int spaces, int municipalities) {
        static final NeedCount NONE = new NeedCount(0, 0);
    }

    /** Counts of a need, zero where no space has it. */
    public NeedCount of(String need) {
        return byNeed.getOrDefault(need, NeedCount.NONE);
    }
}
