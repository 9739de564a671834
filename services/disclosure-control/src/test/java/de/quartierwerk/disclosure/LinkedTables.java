package de.quartierwerk.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Counts of a small district in several series that hang together, published one after the other: the quarters of a
 * year, men and women, or one series while a space moves. A reader writes down what must add up.
 */
final class LinkedTables {
    private static final int[] NOTHING = {};
    private static final int MINIMUM = 3;
    private static final int NOBODY = -1;

    /** How the series hang together. */
    enum Kind {
        QUARTERS,
        SEXES,
        MOVE
    }

    /** A number that was published, or kept back. */
    private record Published(int series, int space, long release, int value, boolean[] hidden) {
        String name() {
            return series + "@" + space + "/" + release;
        }
    }

    private final Random random;
    private final Kind kind;
    private final boolean careful;
    private final boolean insiders;
    private final byte[] secret;
    private final TestHierarchy before;
    private final TestHierarchy after;
    private final int count;
    private final List<Published> published = new ArrayList<>();
    private final List<Long> instants = new ArrayList<>();
    private final Map<Integer, int[]> truth = new TreeMap<>();
    private SpaceHierarchy tree;
    private long release;
    private long movedAfter = Long.MAX_VALUE;
    private int refused;

    /** @param careful whether the office knows how the series and the hierarchies hang together */
    LinkedTables(int seed, boolean careful) {
        this(seed, careful, false);
    }

    /** @param insiders whether each area's submitter must not learn of others */
    LinkedTables(int seed, boolean careful, boolean insiders) {
        random = new Random(seed);
        kind = Kind.values()[seed % Kind.values().length];
        this.careful = careful;
        this.insiders = insiders;
        secret = ("secret " + seed).getBytes(StandardCharsets.UTF_8);
        int areas = 4 + random.nextInt(3);
        before = district(areas, false);
        after = district(areas, true);
        tree = before;
        count = kind == Kind.QUARTERS ? 5 : kind == Kind.SEXES ? 3 : 1;
        for (int space = 0; space < before.size(); space++) {
            if (before.families(space).length == 0) {
                int[] numbers = new int[count];
                for (int part = count == 1 ? 0 : 1; part < count; part++) {
                    numbers[part] = few();
                    numbers[0] += count == 1 ? 0 : numbers[part];
                }
                truth.put(space, numbers);
            }
        }
        publishAll();
    }

    private int few() {
        int which = random.nextInt(8);
        return which == 0 ? 0 : which < 3 ? 1 + random.nextInt(2) : 3 + random.nextInt(which < 6 ? 20 : 90);
    }

    private static TestHierarchy district(int areas, boolean moved) {
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        spaces.add(new TestHierarchy.Space("d", "district", List.of("d")));
        for (String town : List.of("dA", "dB")) {
            spaces.add(new TestHierarchy.Space(town, "town", List.of("d", town)));
        }
        for (int i = 0; i < areas; i++) {
            boolean second = i >= areas / 2 || (moved && i == 0);
            spaces.add(new TestHierarchy.Space("x" + i, "area", List.of("d", second ? "dB" : "dA", "x" + i)));
        }
        return new TestHierarchy(spaces);
    }

    private void publishAll() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        java.util.Collections.shuffle(order, random);
        if (random.nextBoolean()) {
            publish(Set.copyOf(order));
        } else {
            order.forEach(series -> publish(Set.of(series)));
        }
        if (kind == Kind.MOVE) {
            movedAfter = release;
            tree = careful ? new MovedHierarchy(after, before, release) : after;
            publish(Set.of(0));
            if (refused == 0) {
                correct();
            }
        }
    }

    private void correct() {
        List<Integer> areas = List.copyOf(truth.keySet());
        truth.put(areas.get(random.nextInt(areas.size())), new int[] {few()});
        publish(Set.of(0));
    }

    private int value(SpaceHierarchy hierarchy, int series, int space) {
        int[] own = truth.get(space);
        if (own != null) {
            return own[series];
        }
        int sum = 0;
        for (int part : hierarchy.families(space)[0]) {
            sum += value(hierarchy, series, part);
        }
        return sum;
    }

    private void publish(Set<Integer> some) {
        release++;
        List<Published> fresh = new ArrayList<>();
        for (int series : new TreeSet<>(some)) {
            for (int space = 0; space < tree.size(); space++) {
                Published last = at(series, space, release);
                int value = value(tree, series, space);
                if (last == null || last.value != value) {
                    boolean small = value > 0 && value < MINIMUM;
                    fresh.add(new Published(series, space, release, value, new boolean[] {small}));
                }
            }
        }
        List<Published> all = new ArrayList<>(published);
        all.addAll(fresh);
        List<Series> series = IntStream.range(0, count)
                .mapToObj(i -> new Series("s" + i, Series.Figures.COUNT, MINIMUM, NOTHING, new double[0], false))
                .toList();
        Cells cells =
                new Cells(series, careful ? relations() : List.of(), tree, Lots.keyed(secret, i -> "s" + i, tree));
        for (Published each : all) {
            cells.add(
                    each.series,
                    new Cells.Revision(
                            each.space,
                            each.release,
                            each.value,
                            Double.NaN,
                            each.hidden[0],
                            false,
                            each.release == release,
                            false,
                            false,
                            each.hidden[0] && (each.value == 0 || each.value >= MINIMUM)));
            if (insiders && truth.containsKey(each.space)) {
                cells.holdLatest(each.space);
            }
        }
        if (SecondaryControl.apply(cells, release).isEmpty()) {
            for (int i = 0; i < all.size(); i++) {
                all.get(i).hidden[0] = cells.isHidden(i);
            }
            published.addAll(fresh);
            instants.add(release);
        } else {
            refused++;
        }
    }

    private List<Relation> relations() {
        return kind == Kind.MOVE
                ? List.of()
                : List.of(Relation.sum(0, IntStream.range(1, count).toArray()));
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

    int refused() {
        return refused;
    }

    /** How many small counts are kept back. */
    int small() {
        return (int) published.stream()
                .filter(each -> each.hidden[0] && each.value > 0 && each.value < MINIMUM)
                .count();
    }

    /** The names of the numbers kept back that a reader can confine to fewer values than a width. */
    Set<String> found(double width, boolean onlySmall) {
        return found(width, onlySmall, NOBODY);
    }

    /** The areas, each of which has a submitter. */
    Set<Integer> areas() {
        return truth.keySet();
    }

    /** The same for the submitter of an area. */
    Set<String> found(double width, boolean onlySmall, int insider) {
        Attacker attacker = new Attacker(width);
        Map<String, Integer> values = new HashMap<>();
        for (Published each : published) {
            values.put(each.name(), each.value);
            if (each.hidden[0] && each.space != insider) {
                attacker.seesMark(each.name(), Math.min(1, each.value));
                attacker.isTold(each.name(), each.value);
            } else {
                attacker.sees(each.name(), each.value);
            }
        }
        instants.forEach(instant -> addUp(attacker, instant));
        Set<String> found = new TreeSet<>(attacker.findings());
        found.removeIf(name -> onlySmall && values.get(name) >= MINIMUM);
        return found;
    }

    private void addUp(Attacker attacker, long instant) {
        TestHierarchy then = instant > movedAfter ? after : before;
        for (int space = 0; space < then.size(); space++) {
            for (int series = 0; series < count; series++) {
                for (int[] family : then.families(space)) {
                    sum(attacker, at(series, space, instant), parts(series, family, instant), family.length);
                }
            }
            if (kind != Kind.MOVE) {
                List<Published> parts = new ArrayList<>();
                for (int series = 1; series < count; series++) {
                    Published part = at(series, space, instant);
                    if (part != null) {
                        parts.add(part);
                    }
                }
                sum(attacker, at(0, space, instant), parts, count - 1);
            }
        }
    }

    private List<Published> parts(int series, int[] family, long instant) {
        List<Published> parts = new ArrayList<>();
        for (int space : family) {
            Published part = at(series, space, instant);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void sum(Attacker attacker, Published whole, List<Published> parts, int all) {
        if (whole == null || parts.isEmpty()) {
            return;
        }
        Map<String, Double> factors = new LinkedHashMap<>();
        factors.put(whole.name(), -1.0);
        parts.forEach(part -> factors.put(part.name(), 1.0));
        if (parts.size() < all) {
            String rest = "rest of " + factors.keySet();
            attacker.isTold(
                    rest,
                    whole.value - parts.stream().mapToInt(Published::value).sum());
            factors.put(rest, 1.0);
        }
        attacker.sum(factors);
    }
}
