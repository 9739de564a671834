package de.quartierwerk.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * All revisions of the values of related series in one period, in columns of primitives so that a million of them fit
 * into some tens of megabytes. A cell is one revision of one series' value for one space.
 */
public final class Cells {
    static final byte HIDDEN = 1;
    static final byte DENOMINATOR_HIDDEN = 2;
    static final byte FRESH = 4;
    static final byte CHANGED = 8;
    static final byte FORCED = 16;
    static final byte OPEN = 32;
    static final byte FEW = 64;

    private final List<Series> series;
    private final SpaceHierarchy spaces;
    private final int[][] latest;
    private int[] seriesOf = new int[64];
    private int[] spaceOf = new int[64];
    private int[] older = new int[64];
    private int[] newer = new int[64];
    private long[] release = new long[64];
    private double[] numerators = new double[64];
    private double[] denominators = new double[64];
    private byte[] flags = new byte[64];
    private int size;
    private boolean withFew;

    /** No cells as yet. */
    public Cells(List<Series> series, SpaceHierarchy spaces) {
        this.series = List.copyOf(series);
        this.spaces = spaces;
        this.latest = new int[series.size()][];
    }

    /**
     * A revision.
     *
     * @param space number of the space
     * @param release number of the release that brought it
     * @param first the count, or the numerator; NaN where there is none
     * @param second the denominator; NaN where there is none
     * @param hidden whether the public does not see it
     * @param denominatorHidden whether the public does not see its denominator either
     * @param fresh whether it is about to be released, so that it can still be suppressed
     * @param forced whether it is suppressed in a way that its numerator must not be public elsewhere
     * @param few whether it is suppressed for its small group only while its numbers seem to be public elsewhere
     */
    public record Revision(
            int space,
            long release,
            double first,
            double second,
            boolean hidden,
            boolean denominatorHidden,
            boolean fresh,
            boolean forced,
            boolean few) {

        /** A revision of which nothing is public elsewhere unless it says so. */
        public Revision(
                int space,
                long release,
                double first,
                double second,
                boolean hidden,
                boolean denominatorHidden,
                boolean fresh,
                boolean forced) {
            this(space, release, first, second, hidden, denominatorHidden, fresh, forced, false);
        }
    }

    /** Adds a revision of a series' value. */
    public void add(int ofSeries, Revision revision) {
        if (size == flags.length) {
            grow();
        }
        int cell = size++;
        seriesOf[cell] = ofSeries;
        spaceOf[cell] = revision.space;
        release[cell] = revision.release;
        numerators[cell] = revision.first;
        denominators[cell] = revision.second;
        flags[cell] = (byte) ((revision.hidden ? HIDDEN : 0)
                | (revision.denominatorHidden ? DENOMINATOR_HIDDEN : 0)
                | (revision.fresh ? FRESH : 0)
                | (revision.forced ? FORCED : 0)
                | (revision.few ? FEW : 0));
        withFew |= revision.few;
        link(cell);
    }

    private void grow() {
        int length = size * 2;
        seriesOf = Arrays.copyOf(seriesOf, length);
        spaceOf = Arrays.copyOf(spaceOf, length);
        older = Arrays.copyOf(older, length);
        newer = Arrays.copyOf(newer, length);
        release = Arrays.copyOf(release, length);
        numerators = Arrays.copyOf(numerators, length);
        denominators = Arrays.copyOf(denominators, length);
        flags = Arrays.copyOf(flags, length);
    }

    private void link(int cell) {
        int ofSeries = seriesOf[cell];
        if (latest[ofSeries] == null) {
            latest[ofSeries] = new int[spaces.size()];
            Arrays.fill(latest[ofSeries], -1);
        }
        int after = -1;
        int before = latest[ofSeries][spaceOf[cell]];
        while (before >= 0 && release[before] > release[cell]) {
            after = before;
            before = older[before];
        }
        older[cell] = before;
        newer[cell] = after;
        if (before >= 0) {
            newer[before] = cell;
        }
        if (after >= 0) {
            older[after] = cell;
        } else {
            latest[ofSeries][spaceOf[cell]] = cell;
        }
    }

    /** How many revisions there are. */
    public int size() {
        return size;
    }

    /** Code of the cell's series. */
    public String code(int cell) {
        return series.get(seriesOf[cell]).code();
    }

    /** Key of the cell's space. */
    public String space(int cell) {
        return spaces.key(spaceOf[cell]);
    }

    /** Whether the public does not see the cell. */
    public boolean isHidden(int cell) {
        return has(cell, HIDDEN);
    }

    /** Whether the public does not see the cell's denominator. */
    public boolean isDenominatorHidden(int cell) {
        return has(cell, DENOMINATOR_HIDDEN);
    }

    /** Whether the secondary rules changed what the public sees of the cell. */
    public boolean isChanged(int cell) {
        return has(cell, CHANGED);
    }

    /** Whether a suppressed share would be known unless its denominator, of another group, is suppressed as well. */
    public boolean isOpen(int cell) {
        return has(cell, OPEN);
    }

    /** Whether there are suppressed cells of which the numbers may be public elsewhere. */
    boolean withFew() {
        return withFew;
    }

    boolean has(int cell, byte flag) {
        return (flags[cell] & flag) != 0;
    }

    void mark(int cell, byte flag) {
        flags[cell] |= flag;
    }

    List<Series> series() {
        return series;
    }

    Series seriesOf(int cell) {
        return series.get(seriesOf[cell]);
    }

    int seriesNumber(int cell) {
        return seriesOf[cell];
    }

    int spaceOf(int cell) {
        return spaceOf[cell];
    }

    long release(int cell) {
        return release[cell];
    }

    int older(int cell) {
        return older[cell];
    }

    int newer(int cell) {
        return newer[cell];
    }

    SpaceHierarchy spaces() {
        return spaces;
    }

    /** A number of a cell, NaN where there is none. */
    double figure(int cell, Figure figure) {
        return figure == Figure.NUMERATOR ? numerators[cell] : denominators[cell];
    }

    /** The latest revision of a value; -1 for none. */
    int latest(int ofSeries, int space) {
        return latest[ofSeries] == null || space < 0 ? -1 : latest[ofSeries][space];
    }

    /** The revision of a value that was the latest at a release; -1 for none. */
    int at(int ofSeries, int space, long atRelease) {
        int cell = latest(ofSeries, space);
        while (cell >= 0 && release[cell] > atRelease) {
            cell = older[cell];
        }
        return cell;
    }
}
