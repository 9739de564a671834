package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a small district in several series that hang together, published one after the other: the quarters of a
 * year, men and women, one series while a space moves, one figure under two names, or two counts and their delivered
 * share; the last two with a correction. A reader writes down what must add up.
 */
final class LinkedTables {
    private static final int[] NOTHING = {};
    private static final int MINIMUM = 3;
    private static final int NOBODY = -1;
    /** The series of a delivered share; those before it are its numerator and denominator. */
    private static final int SHARE = 2;

    private static final Rules RULES =
            new Rules(Measure.SHARE, BigDecimal.valueOf(MINIMUM), BigDecimal.ONE, false, null);

    /** How the series hang together. */
    enum Kind {
        QUARTERS,
        SEXES,
        MOVE,
        SAME,
        SHARE
    }

    /**
     * A number that was published, or kept back; of a share both its numbers.
     *
     * @param second denominator of a share
     * @param hidden whether the number, and the denominator, are kept back
     */
    private record Published(int series, int space, long release, int value, int second, boolean[] hidden) {
        String name() {
            return series + "@" + space + "/" + release;
        }

        String denominator() {
            return name() + "#";
        }

        /** Why a share is kept back for its own sake. */
        @Nullable
        Reason shareReason() {
            return new PrimaryControl(RULES)
                    .decide(new Cell(
                            BigDecimal.ONE,
                            BigDecimal.valueOf(value),
                            BigDecimal.valueOf(second),
                            false,
                            true,
                            Inputs.PUBLIC))
                    .reason();
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
        count = switch (kind) {
            case QUARTERS -> 5;
            case SEXES, SHARE -> 3;
            case SAME -> 2;
            case MOVE -> 1;
        };
        for (int space = 0; space < before.size(); space++) {
            if (before.families(space).length == 0) {
                truth.put(space, numbers());
            }
        }
        publishAll();
    }

    /** The true numbers of an area. */
    private int[] numbers() {
        int[] numbers = new int[count];
        switch (kind) {
            case MOVE, SAME -> Arrays.fill(numbers, few());
            case SHARE -> {
                numbers[0] = few();
                numbers[1] = Math.max(1, numbers[0] + few() * (1 + random.nextInt(3)));
                numbers[SHARE] = numbers[0];
            }
            case QUARTERS, SEXES -> {
                for (int part = 1; part < count; part++) {
                    numbers[part] = few();
                    numbers[0] += numbers[part];
                }
            }
        }
        return numbers;
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
        if ((kind == Kind.SAME || kind == Kind.SHARE) && refused == 0) {
            List<Integer> areas = List.copyOf(truth.keySet());
            truth.put(areas.get(random.nextInt(areas.size())), numbers());
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

    private boolean isShare(int series) {
        return kind == Kind.SHARE && series == SHARE;
    }

    private Published fresh(int series, int space, int value, int second) {
        Published published = new Published(series, space, release, value, second, new boolean[2]);
        Reason reason = isShare(series) ? published.shareReason() : null;
        published.hidden[0] = isShare(series) ? reason != null : value > 0 && value < MINIMUM;
        published.hidden[1] = reason != null && !reason.leavesDenominator();
        return published;
    }

    private void publish(Set<Integer> some) {
        release++;
        List<Published> fresh = new ArrayList<>();
        for (int series : new TreeSet<>(some)) {
            for (int space = 0; space < tree.size(); space++) {
                Published last = at(series, space, release);
                int value = value(tree, series, space);
                int second = isShare(series) ? value(tree, 1, space) : 0;
                boolean none = isShare(series) && second == 0;
                if (!none && (last == null || last.value != value || last.second != second)) {
                    fresh.add(fresh(series, space, value, second));
                }
            }
        }
        List<Published> all = new ArrayList<>(published);
        all.addAll(fresh);
        List<Series> series = IntStream.range(0, count)
                .mapToObj(i -> new Series(
                        "s" + i,
                        isShare(i) ? Series.Figures.RATIO : Series.Figures.COUNT,
                        MINIMUM,
                        NOTHING,
                        new double[0],
                        false))
                .toList();
        Cells cells =
                new Cells(series, careful ? relations() : List.of(), tree, Lots.keyed(secret, i -> "s" + i, tree));
        for (Published each : all) {
            Reason reason = isShare(each.series) ? each.shareReason() : null;
            boolean forItself = isShare(each.series) ? reason != null : each.value > 0 && each.value < MINIMUM;
            boolean now = each.release == release;
            cells.add(
                    each.series,
                    new Cells.Revision(
                            each.space,
                            each.release,
                            each.value,
                            isShare(each.series) ? each.second : Double.NaN,
                            each.hidden[0],
                            each.hidden[1],
                            now,
                            now && reason != null && reason.isNumerator(),
                            false,
                            each.hidden[0] && !forItself));
            if (insiders && truth.containsKey(each.space)) {
                cells.holdLatest(each.space);
            }
        }
        if (SecondaryControl.apply(cells, release).isEmpty()) {
            for (int i = 0; i < all.size(); i++) {
                all.get(i).hidden[0] = cells.isHidden(i);
                all.get(i).hidden[1] = cells.isDenominatorHidden(i);
            }
            published.addAll(fresh);
            instants.add(release);
        } else {
            refused++;
        }
    }

    private List<Relation> relations() {
        return switch (kind) {
            case MOVE -> List.of();
            case SAME -> List.of(Relation.same(1, Figure.NUMERATOR, 0, Figure.NUMERATOR));
            case SHARE ->
                List.of(
                        Relation.same(SHARE, Figure.NUMERATOR, 0, Figure.NUMERATOR),
                        Relation.same(SHARE, Figure.DENOMINATOR, 1, Figure.NUMERATOR));
            case QUARTERS, SEXES ->
                List.of(Relation.sum(0, IntStream.range(1, count).toArray()));
        };
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
            if (isShare(each.series)) {
                values.put(each.denominator(), each.second);
                if (each.hidden[1]) {
                    attacker.seesMark(each.denominator(), 1);
                    attacker.isTold(each.denominator(), each.second);
                } else {
                    attacker.sees(each.denominator(), each.second);
                }
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
            if (kind == Kind.SAME) {
                same(attacker, at(0, space, instant), at(1, space, instant), false);
            } else if (kind == Kind.SHARE) {
                same(attacker, at(0, space, instant), at(SHARE, space, instant), false);
                same(attacker, at(1, space, instant), at(SHARE, space, instant), true);
            } else if (kind != Kind.MOVE) {
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

    /** One figure under two names; as long as only one of them is corrected, the reader cannot tell that. */
    private static void same(Attacker attacker, Published one, Published other, boolean denominator) {
        if (one != null && other != null && one.value == (denominator ? other.second : other.value)) {
            attacker.sum(Map.of(one.name(), -1.0, denominator ? other.denominator() : other.name(), 1.0));
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
