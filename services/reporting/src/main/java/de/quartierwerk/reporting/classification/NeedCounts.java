package de.quartierwerk.reporting.classification;

import java.util.Map;

/**
 * How many spaces of an area a run found in need.
 *
 * @param counts counts of the spaces
 * @param byNeed counts by code of the need; a need that no space has is absent
 */
public record NeedCounts(SpaceCounts counts, Map<String, NeedCount> byNeed) {
    /** Counts of a run that says nothing of an area. */
    static final NeedCounts NONE = new NeedCounts(new SpaceCounts(0, 0, 0, 0), Map.of());

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
