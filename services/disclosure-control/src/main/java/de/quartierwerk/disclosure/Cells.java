package de.quartierwerk.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All revisions of the values of related series. A cell is one revision of the value of one series for one space. Cells
 * lie in columns of primitives, so that a million of them need some tens of megabytes.
 */
public final class Cells {
    static final short HIDDEN = 1;
    static final short DENOMINATOR_HIDDEN = 2;
    static final short FRESH = 4;
    static final short CHANGED = 8;
    static final short FORCED = 16;
    static final short OPEN = 32;
    static final short FEW = 64;
    static final short FOR_OTHERS = 128;

    private final List<Series> series;
    private final SpaceHierarchy spaces;
    private final Lots lots;
    private final List<List<Relation>> relations;
    private final int[][] sameDays;
    private final int[][] latest;
    private int[] seriesOf = new int[64];
    private int[] spaceOf = new int[64];
    private int[] older = new int[64];
    private int[] newer = new int[64];
    private long[] release = new long[64];
    private double[] numerators = new double[64];
    private double[] denominators = new double[64];
    private short[] flags = new short[64];
    private final Map<Integer, Integer> holders = new HashMap<>();
    private final Map<Integer, Double> rooms = new HashMap<>();
    private int size;
    private boolean withFew;

    /** Starts without cells; only series that are sums are related. */
    public Cells(List<Series> series, SpaceHierarchy spaces, Lots lots) {
        this(series, List.of(), spaces, lots);
    }

    /**
     * Starts without cells.
     *
     * @param relations what adds up besides
     * @param lots decide between numbers of nearly equal loss
     */
    public Cells(List<Series> series, List<Relation> relations, SpaceHierarchy spaces, Lots lots) {
        this.series = List.copyOf(series);
        this.relations = Relation.bySeries(this.series, relations);
        this.sameDays = Relation.sameDays(this.series.size(), relations);
        this.spaces = spaces;
        this.lots = lots;
        this.latest = new int[series.size()][];
    }

    /**
     * A revision.
     *
     * @param space number of the space in the hierarchy
     * @param release number of its release
     * @param first the count or the numerator; NaN where there is none
     * @param second the denominator; NaN where there is none
     * @param hidden whether the public does not see it
     * @param denominatorHidden whether the public does not see its denominator
     * @param fresh whether it belongs to the release at hand, so that it can still be suppressed
     * @param forced whether it is suppressed for its numerator, which must then not be public elsewhere
     * @param few whether it is suppressed only for its small group, and its numbers may be public elsewhere
     * @param forOthers whether it was suppressed to protect other cells only
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
            boolean few,
            boolean forOthers) {

        /** A revision that is suppressed for its own sake, if it is, and whose numbers are not public elsewhere. */
        public Revision(
                int space,
                long release,
                double first,
                double second,
                boolean hidden,
                boolean denominatorHidden,
                boolean fresh,
                boolean forced) {
            this(space, release, first, second, hidden, denominatorHidden, fresh, forced, false, false);
        }
    }

    /** Adds a revision of the value of a series. */
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
        flags[cell] = (short) ((revision.hidden ? HIDDEN : 0)
                | (revision.denominatorHidden ? DENOMINATOR_HIDDEN : 0)
                | (revision.fresh ? FRESH : 0)
                | (revision.forced ? FORCED : 0)
                | (revision.few ? FEW : 0)
                | (revision.forOthers ? FOR_OTHERS : 0));
        withFew |= revision.few;
        link(cell);
    }

    /**
     * Notes who delivered the cell that was added last, and so knows it. Where anything is noted, what only one of them
     * protects is not safe from that one (Insider).
     */
    public void holdLatest(int holder) {
        holders.put(size - 1, holder);
    }

    /**
     * Notes in how wide an interval the first number of the cell that was added last must lie at least, where the
     * minimum of its series says too little.
     */
    public void roomForLatest(double width) {
        rooms.put(size - 1, width);
    }

    /** In how wide an interval a number of a cell must lie. */
    double room(int cell, Figure figure) {
        double minimum = seriesOf(cell).minimum();
        return figure == Figure.NUMERATOR ? Math.max(minimum, rooms.getOrDefault(cell, 0.0)) : minimum;
    }

    /** Who knows a cell; null for nobody in particular. */
    @Nullable
    Integer holder(int cell) {
        return holders.get(cell);
    }

    boolean withHolders() {
        return !holders.isEmpty();
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

    /** Number of the cell's series. */
    public int series(int cell) {
        return seriesOf[cell];
    }

    /** How many revisions there are. */
    public int size() {
        return size;
    }

    /** Code of the cell's series. */
    public String code(int cell) {
        return series.get(seriesOf[cell]).code();
    }

    /** Which numbers of the cell's series add up over spaces. */
    public Series.Figures figures(int cell) {
        return seriesOf(cell).figures();
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

    /**
     * Whether the public could compute a suppressed share unless its denominator, of another group, is suppressed too.
     */
    public boolean isOpen(int cell) {
        return has(cell, OPEN);
    }

    /** Whether the numbers of some suppressed cell may be public elsewhere. */
    boolean withFew() {
        return withFew;
    }

    boolean has(int cell, short flag) {
        return (flags[cell] & flag) != 0;
    }

    void mark(int cell, short flag) {
        flags[cell] |= flag;
    }

    /** All marks of a cell, to {@link #restore} them. */
    short marks(int cell) {
        return flags[cell];
    }

    void restore(int cell, short marks) {
        flags[cell] = marks;
    }

    /** The cell's lot. */
    long lot(int cell) {
        return lots.of(seriesOf[cell], spaceOf[cell]);
    }

    List<Series> series() {
        return series;
    }

    /** What a series is related to. */
    List<Relation> relations(int ofSeries) {
        return relations.get(ofSeries);
    }

    /** A series, and then those that show the same figure of the same day under another text of the period. */
    int[] sameDay(int ofSeries) {
        return sameDays[ofSeries];
    }

    Series seriesOf(int cell) {
        return series.get(seriesOf[cell]);
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
