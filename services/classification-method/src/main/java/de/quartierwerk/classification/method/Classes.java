package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of an index over a run. */
public final class Classes {
    private final int[] at;
    private final double[] breaks;
    private final double fit;
    private final boolean missing;
    /** Groups within which classes were formed, with the breaks of each; none where all were formed together. */
    private final @Nullable Groups groups;

    private final Map<Integer, double[]> breaksOf;

    /** No classes at all. */
    static final Classes NONE = new Classes(new int[0], new double[0], Double.NaN, false);

    private Classes(int[] at, double[] breaks, double fit, boolean missing) {
        this(at, breaks, fit, missing, null, Map.of());
    }

    private Classes(
            int[] at,
            double[] breaks,
            double fit,
            boolean missing,
            @Nullable Groups groups,
            Map<Integer, double[]> breaksOf) {
        this.groups = groups;
        this.breaksOf = breaksOf;
        this.at = at;
        this.breaks = breaks;
        this.fit = fit;
        this.missing = missing;
    }

    /** Cuts values into classes; missing values get none. Without a rule there are no classes. */
    static Classes of(@Nullable ClassRule rule, double[] values) {
        return of(rule, values, ClassContext.plain(values.length));
    }

    /** The same within groups, or by weight. */
    static Classes of(@Nullable ClassRule rule, double[] values, ClassContext context) {
        if (rule == null) {
            return new Classes(none(values.length), new double[0], Double.NaN, false);
        }
        if (context.groups().isWhole()) {
            return together(rule, values, context.weights());
        }
        boolean[] present = new boolean[values.length];
        for (int i = 0; i < present.length; i++) {
            present[i] = !Double.isNaN(values[i]);
        }
        int[] at = none(values.length);
        Map<Integer, double[]> breaks = new HashMap<>();
        boolean missing = false;
        List<int[]> groups = context.groups().members(present);
        for (int group = 0; group < groups.size(); group++) {
            int[] members = groups.get(group);
            double[] some = Arrays.stream(members).mapToDouble(i -> values[i]).toArray();
            Classes part = together(rule, some, context.at(members).weights());
            for (int k = 0; k < members.length; k++) {
                at[members[k]] = part.at(k);
            }
            breaks.put(group, part.breaks);
            missing |= part.missing;
        }
        return new Classes(at, new double[0], Double.NaN, missing, context.groups(), breaks);
    }

    private static int[] none(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    private static Classes together(ClassRule rule, double[] values, double @Nullable [] weights) {
        int[] at = none(values.length);
        boolean[] counted = new boolean[values.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = weights == null || weights[i] > 0;
        }
        Ranks ranks = Ranks.of(values, counted);
        if (ranks.count() == 0) {
            return new Classes(at, new double[0], Double.NaN, false);
        }
        if (rule.method() == ClassRule.Method.K_MEANS) {
            return KMeans.classes(rule.count(), values, List.of(values), () -> {});
        }
        if (rule.byRank()) {
            RankClasses byRank = new RankClasses(rule, values, weights);
            for (int i = 0; i < at.length; i++) {
                double weight = weights == null ? 1 : weights[i] > 0 ? weights[i] : 0;
                at[i] = Double.isNaN(values[i]) ? -1 : byRank.of(values[i], weight);
            }
            return new Classes(at, new double[0], Double.NaN, false);
        }
        double[] breaks = Breaks.of(rule, ranks.ascending(), values, weights);
        boolean formed = breaks.length == rule.count() - 1;
        if (formed) {
            for (int i = 0; i < at.length; i++) {
                at[i] = Double.isNaN(values[i]) ? -1 : byBreaks(breaks, rule.closed(), values[i]);
            }
        }
        boolean jenks = formed && rule.method() == ClassRule.Method.JENKS;
        double fit = jenks ? Breaks.fit(ranks.ascending(), breaks, rule.closed()) : Double.NaN;
        return new Classes(at, breaks, fit, !formed);
    }

    static int byBreaks(double[] breaks, ClassRule.Closed closed, double value) {
        int at = 0;
        while (at < breaks.length && beyond(breaks[at], closed, value)) {
            at++;
        }
        return at;
    }

    private static boolean beyond(double bound, ClassRule.Closed closed, double value) {
        return closed == ClassRule.Closed.RIGHT
                ? value > bound && !Decimals.same(value, bound)
                : value >= bound || Decimals.same(value, bound);
    }

    /** Whether there were values but too few different ones to form classes. */
    public boolean missing() {
        return missing;
    }

    /** Classes without breaks: {@code at} tells the class of every position. */
    static Classes grouped(int[] at, double fit) {
        return new Classes(at, new double[0], fit, false);
    }

    /** There are too few different values for classes. */
    static Classes unformed(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return new Classes(none, new double[0], Double.NaN, true);
    }

    /** Position of the class among the codes, -1 where there is none. */
    public int at(int position) {
        return at.length == 0 ? -1 : at[position];
    }

    /**
     * The breaks between the classes, ascending; empty where classes go by rank, were formed within groups or could not
     * be formed.
     */
    public double[] breaks() {
        return breaks.clone();
    }

    /** The breaks that hold for a position: those of its group where classes were formed within groups. */
    public double[] breaks(int position) {
        return groups == null
                ? breaks.clone()
                : breaksOf.getOrDefault(groups.of(position), new double[0]).clone();
    }

    /** Key of the group within which the class of a position was formed; none where all were formed together. */
    public @Nullable String groupKey(int position) {
        return groups == null ? null : groups.key(position);
    }

    /**
     * Goodness of variance fit of Jenks and k-means classes: 1 - squares within classes / all squares; {@code NaN} for
     * others.
     */
    public double fit() {
        return fit;
    }
}
