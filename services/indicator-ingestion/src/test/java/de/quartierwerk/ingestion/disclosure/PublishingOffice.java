package de.quartierwerk.ingestion.disclosure;

import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.space.SpaceTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A generated small region with an office that publishes its figures in several releases: counts of two parts and their
 * total, the share of the first part in a population, and a ratio and a mean with parts of their own.
 */
final class PublishingOffice {
    /** What the office does not do, to show that it matters. */
    enum Without {
        NOTHING,
        SECONDARY,
        COMPLEMENT,
        HISTORY
    }

    private static final int PART = 0;
    private static final int OTHER = 1;
    private static final int TOTAL = 2;
    private static final int SHARE = 3;
    private static final int POPULATION = 4;
    private static final int RATIO = 5;
    private static final int MEAN = 6;
    private static final List<String> NAMES = List.of("part", "other", "total", "share", "population", "ratio", "mean");
    private static final List<Measure> MEASURES = List.of(
            Measure.COUNT, Measure.COUNT, Measure.COUNT, Measure.SHARE, Measure.COUNT, Measure.SHARE, Measure.MEAN);
    private static final int[] NO_INPUTS = {};
    private static final double[] NO_FACTORS = {};
    private static final List<Series> SERIES = List.of(
            series(PART, Series.Figures.COUNT, NO_INPUTS, NO_FACTORS),
            series(OTHER, Series.Figures.COUNT, NO_INPUTS, NO_FACTORS),
            series(TOTAL, Series.Figures.COUNT, new int[] {PART, OTHER}, new double[] {1, 1}),
            series(SHARE, Series.Figures.NONE, new int[] {PART, POPULATION}, NO_FACTORS),
            series(POPULATION, Series.Figures.COUNT, NO_INPUTS, NO_FACTORS),
            series(RATIO, Series.Figures.RATIO, NO_INPUTS, NO_FACTORS),
            series(MEAN, Series.Figures.MEAN, NO_INPUTS, NO_FACTORS));

    private final Without without;
    private final Random random;
    private final SpaceTree tree;
    private final List<Published> published = new ArrayList<>();
    private final Map<String, double[]> truth = new TreeMap<>();
    private final Set<Integer> delivered = new TreeSet<>();
    private long release;
    private int refused;

    PublishingOffice(long seed, Without without) {
        this.without = without;
        this.random = new Random(seed);
        this.tree = region(random);
        for (int space = 0; space < tree.size(); space++) {
            if (isLeaf(space)) {
                delivered.add(space);
                drawAll(space);
            }
        }
    }

    private static Series series(int number, Series.Figures figures, int[] inputs, double[] factors) {
        return new Series(NAMES.get(number), figures, 3, inputs, factors, number == SHARE);
    }

    /** A revision of a value; whether it was ever public counts for whoever reads the history. */
    private static final class Published {
        final int series;
        final int space;
        final long release;
        final double first;
        final double second;
        Reason reason;
        boolean denominatorHidden;
        boolean wasPublic;
        boolean denominatorWasPublic;

        Published(int series, int space, long release, double[] figures) {
            this.series = series;
            this.space = space;
            this.release = release;
            this.first = figures[0];
            this.second = figures[1];
        }

        String name(int measure) {
            return NAMES.get(series) + "#" + measure + "@" + space + "/" + release;
        }
    }

    private static SpaceTree region(Random random) {
        List<Space> spaces = new ArrayList<>();
        add(spaces, "d", "district", List.of("d"));
        int municipalities = 2 + random.nextInt(3);
        for (int m = 0; m < municipalities; m++) {
            String municipality = "d" + m;
            add(spaces, municipality, "municipality", List.of("d", municipality));
            int quarters = 2 + random.nextInt(4);
            for (int q = 0; q < quarters; q++) {
                String quarter = municipality + q;
                add(spaces, quarter, "quarter", List.of("d", municipality, quarter));
                int blocks = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 0;
                for (int b = 0; b < blocks; b++) {
                    String block = quarter + b;
                    add(spaces, block, "block", List.of("d", municipality, quarter, block));
                }
            }
        }
        return SpaceTree.of(spaces, Map.of(), LocalDate.EPOCH);
    }

    private static void add(List<Space> spaces, String key, String level, List<String> path) {
        spaces.add(new Space(key, key, level, path, LocalDate.EPOCH, null, null));
    }

    private boolean isLeaf(int space) {
        return tree.families(space).length == 0;
    }

    private void drawAll(int space) {
        for (int series : List.of(PART, OTHER, POPULATION, RATIO, MEAN)) {
            draw(series, space);
        }
    }

    private void draw(int series, int space) {
        double first = few();
        double second = Double.NaN;
        if (series == POPULATION || series == RATIO) {
            double part = series == RATIO ? first : truth.get(key(PART, space))[0];
            double all = part + (random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 20 + random.nextInt(400));
            first = series == RATIO ? part : all;
            second = series == RATIO ? all : Double.NaN;
        } else if (series == MEAN) {
            second = few();
            first = second * (10 + random.nextInt(30));
        }
        truth.put(key(series, space), new double[] {first, second});
    }

    private double few() {
        int kind = random.nextInt(10);
        return kind < 2 ? 0 : kind < 5 ? 1 + random.nextInt(4) : 5 + random.nextInt(120);
    }

    private static String key(int series, int space) {
        return series + "@" + space;
    }

    /** Publishes everything. */
    void publish() {
        publish(List.of(PART, OTHER, POPULATION, RATIO, MEAN));
    }

    /** Publishes a part of the series, or corrections of some values of some series. */
    void publish(List<Integer> series) {
        release++;
        List<Published> fresh = new ArrayList<>();
        for (int each : List.of(PART, OTHER, POPULATION, RATIO, MEAN)) {
            for (int space = 0; space < tree.size(); space++) {
                if (series.contains(each)) {
                    publish(fresh, each, space, sum(each, space));
                }
            }
        }
        for (int space = 0; space < tree.size(); space++) {
            computed(fresh, TOTAL, space);
            computed(fresh, SHARE, space);
        }
        control(fresh);
    }

    /** Corrects a few values and publishes what changes with them; forgets the corrections if that is refused. */
    void correct() {
        Map<String, double[]> before = new TreeMap<>(truth);
        int corrections = 1 + random.nextInt(3);
        List<Integer> series = List.of(PART, OTHER, RATIO, MEAN);
        for (int i = 0; i < corrections; i++) {
            List<Integer> leaves = new ArrayList<>(delivered);
            draw(series.get(random.nextInt(series.size())), leaves.get(random.nextInt(leaves.size())));
        }
        int refusedBefore = refused;
        publish();
        if (refused > refusedBefore) {
            truth.clear();
            truth.putAll(before);
        }
    }

    /** Has a few spaces delivered only later, after the others and after the totals. */
    void publishWithLateSpaces() {
        List<Integer> leaves = new ArrayList<>(delivered);
        Set<Integer> late = new TreeSet<>(List.of(leaves.get(random.nextInt(leaves.size()))));
        delivered.removeAll(late);
        publish();
        delivered.addAll(late);
        publish();
    }

    int refused() {
        return refused;
    }

    /** The values of the larger spaces are what all their parts have, delivered or not. */
    private double[] sum(int series, int space) {
        if (isLeaf(space)) {
            return delivered.contains(space) ? truth.get(key(series, space)) : null;
        }
        double[] sum = {0, 0};
        for (int[] family : tree.families(space)) {
            for (int child : family) {
                double[] part = isLeaf(child) ? truth.get(key(series, child)) : sum(series, child);
                sum[0] += part[0];
                sum[1] += part[1];
            }
        }
        return sum;
    }

    private void computed(List<Published> fresh, int series, int space) {
        Published a = latest(fresh, PART, space);
        Published b = latest(fresh, series == TOTAL ? OTHER : POPULATION, space);
        if (a != null && b != null) {
            publish(
                    fresh,
                    series,
                    space,
                    series == TOTAL ? new double[] {a.first + b.first, Double.NaN} : new double[] {a.first, b.first});
        }
    }

    private Published latest(List<Published> fresh, int series, int space) {
        Published latest = null;
        for (List<Published> list : List.of(published, fresh)) {
            for (Published each : list) {
                if (each.series == series && each.space == space) {
                    latest = each;
                }
            }
        }
        return latest;
    }

    private void publish(List<Published> fresh, int series, int space, double[] figures) {
        Published before = latest(List.of(), series, space);
        if (figures != null
                && (before == null || !Arrays.equals(figures, new double[] {before.first, before.second}))) {
            fresh.add(new Published(series, space, release, figures));
        }
    }

    private void control(List<Published> fresh) {
        for (Published each : fresh) {
            each.reason = primary(fresh, each);
            each.denominatorHidden = each.reason != null && !each.reason.leavesDenominator();
        }
        List<Published> all = new ArrayList<>(published);
        all.addAll(fresh);
        if (without != Without.SECONDARY && !secondary(all, fresh)) {
            refused++;
            return;
        }
        for (Published each : all) {
            each.wasPublic |= each.reason == null;
            each.denominatorWasPublic |= !each.denominatorHidden;
        }
        published.addAll(fresh);
    }

    private Reason primary(List<Published> fresh, Published each) {
        Measure measure = MEASURES.get(each.series);
        boolean parts = measure == Measure.SHARE || measure == Measure.MEAN;
        Inputs inputs = Inputs.PUBLIC;
        if (each.series == SHARE) {
            boolean denominator = latest(fresh, POPULATION, each.space).reason != null;
            boolean numerator = latest(fresh, PART, each.space).reason != null;
            inputs = denominator ? Inputs.SECRET_DENOMINATOR : numerator ? Inputs.SECRET : Inputs.PUBLIC;
        }
        BigDecimal first = BigDecimal.valueOf((long) each.first);
        BigDecimal second = parts ? BigDecimal.valueOf((long) each.second) : null;
        Rules rules = new Rules(measure, BigDecimal.valueOf(3), BigDecimal.valueOf(100), each.series == SHARE, null);
        Reason reason = new PrimaryControl(rules)
                .decide(new Cell(
                        tree.key(each.space),
                        parts ? BigDecimal.ONE : first,
                        parts ? first : null,
                        second,
                        "normal",
                        true,
                        inputs))
                .reason();
        return without == Without.COMPLEMENT && reason == Reason.SMALL_COMPLEMENT ? null : reason;
    }

    private boolean secondary(List<Published> all, List<Published> fresh) {
        List<Published> looked = new ArrayList<>(all);
        if (without == Without.HISTORY) {
            looked.removeIf(each -> latest(fresh, each.series, each.space) != each);
        }
        Cells cells = new Cells(SERIES, tree);
        for (Published each : looked) {
            boolean isFresh = without == Without.HISTORY || each.release == release;
            cells.add(
                    each.series,
                    new Cells.Revision(
                            each.space,
                            without == Without.HISTORY ? release : each.release,
                            each.first,
                            each.series == PART || each.series == OTHER ? Double.NaN : each.second,
                            each.reason != null,
                            each.denominatorHidden,
                            isFresh,
                            isFresh && each.reason != null && each.reason.isNumerator()));
        }
        boolean possible = SecondaryControl.apply(cells, release).isEmpty();
        for (int i = 0; possible && i < looked.size(); i++) {
            if (cells.isChanged(i)) {
                looked.get(i).denominatorHidden = cells.isDenominatorHidden(i);
                looked.get(i).reason = Reason.DERIVABLE;
            }
        }
        return possible;
    }

    /**
     * What an attacker finds out.
     *
     * @param informed whether the attacker knows that zeros are not suppressed, where none was
     */
    Set<String> attacked(boolean informed) {
        Attacker attacker = new Attacker();
        Set<String> open = new TreeSet<>();
        for (Published each : published) {
            if (each.series != SHARE) {
                boolean parts = each.series == RATIO || each.series == MEAN;
                see(attacker, each, 0, each.first, each.wasPublic, informed);
                if (parts) {
                    boolean seen = each.wasPublic || (each.series == RATIO && each.denominatorWasPublic);
                    see(attacker, each, 1, each.second, seen, informed);
                }
            }
            boolean complement = each.series == SHARE || each.series == RATIO;
            double rest = each.second - each.first;
            if (complement && rest >= 1 && rest < 3 && isKnown(each)) {
                open.add("complement " + each.name(0));
            }
        }
        for (long instant = 1; instant <= release; instant++) {
            sums(attacker, instant);
        }
        open.addAll(attacker.findings());
        return open;
    }

    private boolean isKnown(Published share) {
        Published part = at(PART, share.space, share.release);
        Published all = at(POPULATION, share.space, share.release);
        return share.wasPublic
                || (share.series == SHARE && part != null && all != null && part.wasPublic && all.wasPublic);
    }

    private static void see(
            Attacker attacker, Published each, int measure, double value, boolean seen, boolean informed) {
        if (seen) {
            attacker.sees(each.name(measure), value);
        } else {
            attacker.seesMark(each.name(measure), informed ? Math.min(1, value) : 0);
            attacker.isTold(each.name(measure), value);
        }
    }

    private Published at(int series, int space, long instant) {
        Published at = null;
        for (Published each : published) {
            if (each.series == series && each.space == space && each.release <= instant) {
                at = each;
            }
        }
        return at;
    }

    private void sums(Attacker attacker, long instant) {
        for (int space = 0; space < tree.size(); space++) {
            for (int series : List.of(PART, OTHER, TOTAL, POPULATION, RATIO, MEAN)) {
                for (int measure = 0; measure < (series == RATIO || series == MEAN ? 2 : 1); measure++) {
                    for (int[] family : tree.families(space)) {
                        family(attacker, instant, series, measure, space, family);
                    }
                }
            }
            Published total = at(TOTAL, space, instant);
            if (total != null) {
                attacker.sum(Map.of(
                        total.name(0), -1.0,
                        at(PART, space, instant).name(0), 1.0,
                        at(OTHER, space, instant).name(0), 1.0));
            }
            share(attacker, at(SHARE, space, instant), instant);
        }
    }

    private void family(Attacker attacker, long instant, int series, int measure, int space, int[] family) {
        Published whole = at(series, space, instant);
        if (whole == null) {
            return;
        }
        Map<String, Double> factors = new LinkedHashMap<>();
        factors.put(whole.name(measure), -1.0);
        String undelivered = null;
        double rest = measure == 0 ? whole.first : whole.second;
        for (int child : family) {
            Published part = at(series, child, instant);
            undelivered =
                    part == null ? NAMES.get(series) + "#" + measure + "@" + child + " until " + instant : undelivered;
            rest -= part == null ? 0 : measure == 0 ? part.first : part.second;
            factors.put(part == null ? undelivered : part.name(measure), 1.0);
        }
        if (undelivered != null) {
            attacker.isTold(undelivered, rest);
        }
        attacker.sum(factors);
    }

    /** A public share of a public population gives the part; of a secret one, what they are to each other. */
    private void share(Attacker attacker, Published share, long instant) {
        if (share != null && share.wasPublic && share.second > 0) {
            attacker.sum(Map.of(
                    at(PART, share.space, instant).name(0),
                    -1.0,
                    at(POPULATION, share.space, instant).name(0),
                    share.first / share.second));
        } else if (share != null && share.denominatorWasPublic) {
            attacker.sees(at(POPULATION, share.space, instant).name(0), share.second);
        }
    }
}
