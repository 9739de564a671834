package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.validation.staging.RobustSpread;
import java.util.Arrays;

/**
 * The changes of an indicator from one period to the next, space by space. What all spaces have in common is told of
 * the column, and a change is compared with those of the other spaces by the modified z-score of {@link RobustSpread}:
 * relative changes, as logarithms, where no value lies beyond zero, else differences, since a relative change around
 * zero says nothing. Pure: no database.
 */
final class ColumnChanges {
    /** Change that is reported, as a part of the value before. */
    static final double MOST_CHANGE = 0.5;

    /** Score from which a change is a warning; a modified z-score of 5 is 3.4 standard deviations of a normal one. */
    private static final double WARNING_SCORE = 5;

    /** Fewer changes tell nothing about what is usual for the column. */
    private static final int LEAST_CHANGES = 10;
    /** Counts below it change by half all the time. */
    private static final double LEAST_COUNT = 20;
    /** A column moves as a whole where half of its values change by more than this, up or down. */
    private static final double WHOLE = 0.3;
    /** Columns that hardly ever move would make anything an outlier. */
    private static final double LEAST_SPREAD = 0.01;
    /** About a thousand: from half to twice of it. */
    private static final double LEAST_THOUSAND = Math.log(500);

    private static final double MOST_THOUSAND = Math.log(2000);

    /** Values of which medians are taken. */
    private static final int MOST_SAMPLED = 5_000;
    /** A twentieth of the values may lie on the other side of zero by a slip. */
    private static final int ODD_ONES = 20;
    /** The logarithm that stands for a change of sign, more than that of any number. */
    private static final double BEYOND = 1000;

    private final boolean count;
    private double[] before = new double[16];
    private double[] after = new double[16];
    private long[] lines = new long[16];
    private int[] sheets = new int[16];
    private int[] columns = new int[16];
    private int size;

    /** @param count whether the values are counts */
    ColumnChanges(boolean count) {
        this.count = count;
    }

    /** What is told of single changes. */
    interface Told {
        /**
         * Takes a change that stands out.
         *
         * @param warning whether it stands out so far that it is a warning, else a hint
         */
        void change(StagedPlace place, double value, double before, boolean warning);
    }

    /**
     * What concerns the column as a whole.
     *
     * @param kind what happened to it
     * @param percent the change of its middle value in percent
     * @param first where its first value stands
     */
    record Whole(Kind kind, long percent, StagedPlace first) {
        enum Kind {
            NOTHING,
            /** All values moved. */
            MOVED,
            /** All values are about a thousandth or a thousandfold of those before. */
            THOUSANDFOLD
        }
    }

    void add(StagedPlace place, double value, double valueBefore) {
        if (size == before.length) {
            before = Arrays.copyOf(before, 2 * size);
            after = Arrays.copyOf(after, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
            sheets = Arrays.copyOf(sheets, 2 * size);
            columns = Arrays.copyOf(columns, 2 * size);
        }
        before[size] = valueBefore;
        after[size] = value;
        lines[size] = place.line();
        sheets[size] = place.sheet();
        columns[size] = place.column();
        size++;
    }

    /** Judges the changes. */
    Whole judge(Told told) {
        boolean aroundZero = aroundZero();
        double[] changes = new double[size];
        double offset = aroundZero ? 0 : offset();
        for (int i = 0; i < size; i++) {
            changes[i] = aroundZero ? after[i] - before[i] : relative(i, offset);
        }
        RobustSpread spread = size == 0 ? new RobustSpread(0, 0) : RobustSpread.of(sample(changes));
        Whole whole = whole(spread, aroundZero);
        boolean moved = whole.kind != Whole.Kind.NOTHING;
        if (size < LEAST_CHANGES) {
            if (!aroundZero && !moved) {
                single(told);
            }
            return whole;
        }
        double least = aroundZero ? LEAST_SPREAD * typical() : LEAST_SPREAD;
        double mad = Math.max(spread.mad(), least);
        double factor = moved && !aroundZero ? Math.exp(spread.median()) : 1;
        for (int i = 0; i < size; i++) {
            double score = Math.abs(changes[i] - spread.median()) * RobustSpread.NORMAL / mad;
            boolean much = aroundZero || changedMuch(i, factor);
            if (score > RobustSpread.MOST_SCORE && much) {
                told.change(place(i), after[i], before[i], score > WARNING_SCORE);
            }
        }
        return whole;
    }

    /** Few values: each is compared with itself only. */
    private void single(Told told) {
        for (int i = 0; i < size; i++) {
            if (changedMuch(i, 1)) {
                told.change(place(i), after[i], before[i], true);
            }
        }
    }

    private boolean changedMuch(int i, double factor) {
        double expected = before[i] * factor;
        return expected != 0
                && Math.abs(after[i] - expected) > MOST_CHANGE * Math.abs(expected)
                && (!count || Math.max(Math.abs(before[i]), Math.abs(after[i])) >= LEAST_COUNT);
    }

    private Whole whole(RobustSpread spread, boolean aroundZero) {
        double median = spread.median();
        if (size == 0 || (count && typical() < LEAST_COUNT)) {
            return new Whole(Whole.Kind.NOTHING, 0, new StagedPlace(0, 0, 0));
        }
        double far = Math.abs(median);
        if (aroundZero) {
            boolean moved = size >= LEAST_CHANGES
                    && spread.mad() > 0
                    && far * RobustSpread.NORMAL / spread.mad() > RobustSpread.MOST_SCORE;
            return new Whole(moved ? Whole.Kind.MOVED : Whole.Kind.NOTHING, 0, place(0));
        }
        long percent = Math.round(Math.expm1(median) * 100);
        if (size >= 2 && far >= LEAST_THOUSAND && far <= MOST_THOUSAND) {
            return new Whole(Whole.Kind.THOUSANDFOLD, percent, place(0));
        }
        boolean moved = size >= LEAST_CHANGES && far > WHOLE;
        return new Whole(moved ? Whole.Kind.MOVED : Whole.Kind.NOTHING, percent, place(0));
    }

    /** The relative change of a value as a logarithm; one that changed its sign changed beyond all measure. */
    private double relative(int i, double offset) {
        double quotient = (after[i] + offset) / (before[i] + offset);
        return quotient > 0 && !Double.isInfinite(quotient) ? Math.log(quotient) : BEYOND;
    }

    /** Whether zero lies among the values: more than the odd one lies on either side of it. */
    private boolean aroundZero() {
        int below = 0;
        int above = 0;
        for (int i = 0; i < size; i++) {
            below += (before[i] < 0 ? 1 : 0) + (after[i] < 0 ? 1 : 0);
            above += (before[i] > 0 ? 1 : 0) + (after[i] > 0 ? 1 : 0);
        }
        int fewer = Math.min(below, above);
        return size < LEAST_CHANGES ? fewer > 0 : fewer * ODD_ONES > below + above;
    }

    /** 1, or -1 where most values are negative. */
    private double direction() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (int) (Math.signum(before[i]) + Math.signum(after[i]));
        }
        return sum < 0 ? -1 : 1;
    }

    /** What is added to all values so that zeros have a logarithm: a case, or a hundredth of the middle value. */
    private double offset() {
        if (count) {
            return direction();
        }
        boolean zeros = false;
        for (int i = 0; i < size; i++) {
            zeros |= before[i] == 0 || after[i] == 0;
        }
        double typical = Math.min(middle(before), middle(after));
        double offset = typical > 0 ? typical / 100 : 1;
        return zeros ? offset * direction() : 0;
    }

    private double middle(double[] values) {
        double[] sizes = sample(values);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        return size == 0 ? 0 : RobustSpread.of(sizes).median();
    }

    /** All values, or of many every so many: medians need no more. */
    private double[] sample(double[] values) {
        int stride = 1 + size / MOST_SAMPLED;
        double[] sample = new double[(size + stride - 1) / stride];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[i * stride];
        }
        return sample;
    }

    /** The middle of the values' sizes, the greater one of before and after. */
    private double typical() {
        return Math.max(middle(before), middle(after));
    }

    private StagedPlace place(int i) {
        return new StagedPlace(sheets[i], lines[i], columns[i]);
    }
}
