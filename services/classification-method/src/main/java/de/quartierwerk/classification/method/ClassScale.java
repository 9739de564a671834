package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The classes of an index as a scale on which any value has a class. */
final class ClassScale {
    private final IndexOutcome index;
    private final double[] breaks;
    /** Values and their classes, both ascending: where classes go by rank, a value has the class of the nearest. */
    private final double[] values;

    private final int[] classes;

    ClassScale(IndexOutcome index, boolean[] universe) {
        this.index = index;
        this.breaks = index.classes().breaks();
        this.values = Ranks.of(index.values(), universe).ascending();
        this.classes = IntStream.range(0, universe.length)
                .map(index::classAt)
                .filter(at -> at >= 0)
                .sorted()
                .toArray();
    }

    /** Whether a value alone tells its class. */
    static boolean possible(IndexOutcome index) {
        ClassRule rule = index.index().classes();
        return rule != null
                && rule.within() == null
                && (index.classes().breaks().length > 0
                        || rule.method() == ClassRule.Method.QUANTILES
                        || rule.count() == 1);
    }

    /** Position of the class of a value among the codes, -1 for a missing one. */
    int classOf(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        if (breaks.length > 0) {
            return Classes.byBreaks(breaks, index.index().classRule().closed(), value);
        }
        if (values.length == 0) {
            return -1;
        }
        int at = Arrays.binarySearch(values, value);
        int above = at < 0 ? -at - 1 : at;
        boolean lower = above == values.length || (above > 0 && value - values[above - 1] < values[above] - value);
        return classes[lower ? above - 1 : above];
    }
}
