package de.quartierwerk.demonstration.values;

import java.util.EnumMap;
import java.util.Map;

/** All counts of one space for all years. */
public final class SpaceSeries {

    private final Map<Count, int[]> counts = new EnumMap<>(Count.class);
    private final int firstYear;

    SpaceSeries(int firstYear, int years) {
        this.firstYear = firstYear;
        for (Count count : Count.values()) {
            counts.put(count, new int[years]);
        }
    }

    /** The count at the end of a year. */
    public int get(Count count, int year) {
        return counts.get(count)[year - firstYear];
    }

    void set(Count count, int year, long value) {
        counts.get(count)[year - firstYear] = Math.toIntExact(value);
    }

    /** A share of another count, rounded. */
    void share(Count count, int year, Count of, double share) {
        set(count, year, Math.round(get(of, year) * Math.min(1, Math.max(0, share))));
    }
}
