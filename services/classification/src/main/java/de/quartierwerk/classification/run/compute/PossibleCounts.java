package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds what classes and needs leave possible of the suppressed counts that take part. It computes the outcome anew
 * with neighbouring counts: all counts together, since nobody knows any of them, and those of which that leaves too
 * little once more, one of each space at a time.
 */
final class PossibleCounts {
    private final Outcome outcome;
    private final RunComputation.Columns columns;
    private final List<PublicView> views;
    private final ToIntFunction<String> minimum;
    private final Function<RunComputation.Columns, Outcome> compute;

    /**
     * @param views what everybody sees
     * @param minimum how many counts have to remain possible, by indicator
     * @param compute the outcome with other values
     */
    PossibleCounts(
            Outcome outcome,
            RunComputation.Columns columns,
            List<PublicView> views,
            ToIntFunction<String> minimum,
            Function<RunComputation.Columns, Outcome> compute) {
        this.outcome = outcome;
        this.columns = columns;
        this.views = List.copyOf(views);
        this.minimum = minimum;
        this.compute = compute;
    }

    /**
     * What is left possible of a suppressed count.
     *
     * @param key column of the count
     * @param position of its space
     * @param minimum how many counts have to remain possible
     * @param rooms what each of the views leaves possible
     */
    record Count(RunComputation.Key key, int position, double count, int minimum, List<Room> rooms) {}

    /** Some suppressed counts of a column, and what each view leaves possible of them. */
    private final class Part {
        private final RunComputation.Key key;
        private final Column column;
        private final int least;
        private final int[] places;
        private final int[][] below;
        private final int[][] above;
        private final List<BitSet> lower = new ArrayList<>();
        private final List<BitSet> higher = new ArrayList<>();
        private final List<BitSet> open = new ArrayList<>();

        /** @param places ascending positions of the counts; what is noted of them stands in the same order */
        Part(RunComputation.Key key, Column column, int... places) {
            this.key = key;
            this.column = column;
            this.least = minimum.applyAsInt(key.indicator());
            this.places = places;
            this.below = new int[views.size()][places.length];
            this.above = new int[views.size()][places.length];
        }

        BitSet positions() {
            BitSet positions = new BitSet();
            Arrays.stream(places).forEach(positions::set);
            return positions;
        }

        /** What is looked at next: all counts, or those of which too few neighbours are known to be possible. */
        void open(boolean all) {
            open.clear();
            for (int v = 0; v < views.size(); v++) {
                BitSet wanted = new BitSet();
                for (int k = 0; k < places.length; k++) {
                    wanted.set(k, all || below[v][k] + above[v][k] + 1 < least);
                }
                open.add(wanted);
            }
        }

        /** Notes where everybody would see the same with so many more or fewer, and closes the others. */
        void reach(int by, Outcome other) {
            for (int v = 0; v < views.size(); v++) {
                BitSet still = open.get(v);
                for (int k = still.nextSetBit(0); k >= 0; k = still.nextSetBit(k + 1)) {
                    if (!Confinement.isPossible(column, places[k], by)
                            || !views.get(v).same(other, places[k])) {
                        still.clear(k);
                    } else if (by < 0) {
                        below[v][k] = -by;
                    } else {
                        above[v][k] = by;
                    }
                }
            }
        }

        /** Notes which values could lie elsewhere in another column while everybody would see the same. */
        void pass(Column moved, Outcome other, boolean up) {
            for (PublicView view : views) {
                BitSet passed = new BitSet();
                for (int k = 0; k < places.length; k++) {
                    int i = places[k];
                    passed.set(k, moved.value(i) != column.value(i) && view.same(other, i));
                }
                (up ? higher : lower).add(passed);
            }
        }

        Count count(int k) {
            List<Room> rooms = new ArrayList<>();
            for (int v = 0; v < views.size(); v++) {
                boolean anywhere = !views.get(v).byRank();
                rooms.add(new Room(
                        below[v][k],
                        above[v][k],
                        anywhere || lower.get(v).get(k),
                        anywhere || higher.get(v).get(k)));
            }
            return new Count(key, places[k], column.count(places[k]), least, rooms);
        }
    }

    /** The counts of all columns that are suppressed and take part. */
    List<Count> find() {
        List<Part> all = suppressed();
        if (all.isEmpty()) {
            return List.of();
        }
        int[] perSpace = new int[outcome.territory().size()];
        all.forEach(part -> Arrays.stream(part.places).forEach(i -> perSpace[i]++));
        List<Count> found = new ArrayList<>();
        List<List<Count>> alone = new ArrayList<>();
        int[] next = new int[perSpace.length];
        for (Count count : lookAt(all)) {
            int i = count.position();
            if (perSpace[i] == 1 || count.rooms().stream().allMatch(room -> room.isWide(count.minimum()))) {
                found.add(count);
            } else {
                if (next[i] == alone.size()) {
                    alone.add(new ArrayList<>());
                }
                alone.get(next[i]++).add(count);
            }
        }
        alone.forEach(round -> found.addAll(lookAt(parts(round))));
        return found;
    }

    private List<Part> suppressed() {
        List<Part> parts = new ArrayList<>();
        columns.ofSpaces().entrySet().stream()
                .sorted(Comparator.comparing(entry ->
                        entry.getKey().indicator() + " " + entry.getKey().lag()))
                .forEach(entry -> {
                    Column column = entry.getValue();
                    int[] places = IntStream.range(0, column.size())
                            .filter(i -> column.guarded(i) && takesPart(i) && !Double.isNaN(column.count(i)))
                            .toArray();
                    if (places.length > 0) {
                        parts.add(new Part(entry.getKey(), column, places));
                    }
                });
        return parts;
    }

    private List<Part> parts(List<Count> counts) {
        Map<RunComputation.Key, List<Count>> byColumn = new LinkedHashMap<>();
        counts.forEach(count ->
                byColumn.computeIfAbsent(count.key(), key -> new ArrayList<>()).add(count));
        return byColumn.entrySet().stream()
                .map(entry -> new Part(
                        entry.getKey(),
                        column(entry.getKey()),
                        entry.getValue().stream().mapToInt(Count::position).toArray()))
                .toList();
    }

    /** Changes some counts, all in the same way; where the farthest neighbour is possible, those before it are. */
    private List<Count> lookAt(Collection<Part> parts) {
        int farthest = parts.stream().mapToInt(part -> part.least).max().orElse(1) - 1;
        Map<Integer, Outcome> far =
                Stream.of(farthest, -farthest).parallel().collect(Collectors.toMap(by -> by, by -> shifted(parts, by)));
        far.forEach((by, other) -> parts.forEach(part -> {
            part.open(true);
            part.reach(by, other);
        }));
        for (int direction : List.of(1, -1)) {
            parts.forEach(part -> part.open(false));
            for (int step = 1; step < farthest && anyOpen(parts); step += Math.max(1, step / 4)) {
                int by = direction * step;
                Outcome other = shifted(parts, by);
                parts.forEach(part -> part.reach(by, other));
            }
        }
        if (views.stream().anyMatch(PublicView::byRank)) {
            passNext(parts, false);
            passNext(parts, true);
        }
        List<Count> counts = new ArrayList<>();
        parts.forEach(part ->
                IntStream.range(0, part.places.length).mapToObj(part::count).forEach(counts::add));
        return counts;
    }

    /**
     * The places of each view at which everybody could tell a suppressed count although its own place is closed: where
     * classes go by rank, those of public values tell between which of them the others lie. Only counts between public
     * values with too little room are looked at.
     *
     * @param upwards which counts are thought larger, and not smaller, where both are possible; nobody may know that
     */
    List<Set<Integer>> told(List<Count> found, Predicate<Count> upwards) {
        List<Set<Integer>> told =
                views.stream().<Set<Integer>>map(view -> new HashSet<>()).toList();
        Map<RunComputation.Key, List<Count>> close =
                views.stream().anyMatch(PublicView::byRank) ? close(found) : Map.of();
        int farthest = close.values().stream()
                .flatMap(List::stream)
                .mapToInt(count -> count.minimum() - 1)
                .max()
                .orElse(0);
        for (int by = 1; by <= farthest; by += Math.max(1, by / 4)) {
            Map<RunComputation.Key, Column> moved = new HashMap<>();
            for (Map.Entry<RunComputation.Key, List<Count>> each : close.entrySet()) {
                moved.put(each.getKey(), moved(each.getKey(), each.getValue(), by, upwards));
            }
            Outcome other = compute.apply(columns.with(moved));
            for (int v = 0; v < views.size(); v++) {
                PublicView view = views.get(v);
                for (int i = 0; view.byRank() && i < outcome.territory().size(); i++) {
                    if (view.place(i) >= 0 && !view.same(other, i)) {
                        told.get(v).add(view.place(i));
                    }
                }
            }
        }
        return told;
    }

    private Map<RunComputation.Key, List<Count>> close(List<Count> found) {
        Map<RunComputation.Key, List<Count>> close = new LinkedHashMap<>();
        found.stream().collect(Collectors.groupingBy(Count::key)).forEach((key, counts) -> {
            BitSet places = new BitSet();
            counts.forEach(count -> places.set(count.position()));
            BitSet near = Confinement.close(column(key), places, minimum.applyAsInt(key.indicator()));
            List<Count> kept =
                    counts.stream().filter(count -> near.get(count.position())).toList();
            if (!kept.isEmpty()) {
                close.put(key, kept);
            }
        });
        return close;
    }

    private Column moved(RunComputation.Key key, List<Count> counts, int by, Predicate<Count> upwards) {
        Column column = column(key);
        BitSet up = new BitSet();
        BitSet down = new BitSet();
        for (Count count : counts) {
            int i = count.position();
            int most = count.minimum() - 1;
            boolean fewer = Confinement.isPossible(column, i, -most);
            boolean more = Confinement.isPossible(column, i, most);
            (more && (!fewer || upwards.test(count)) ? up : down).set(i);
        }
        return Confinement.shifted(Confinement.shifted(column, up, by), down, -by);
    }

    private Column column(RunComputation.Key key) {
        return Objects.requireNonNull(columns.ofSpaces().get(key));
    }

    private Outcome shifted(Collection<Part> parts, int by) {
        return compute.apply(columns.with(parts.stream()
                .collect(Collectors.toMap(
                        part -> part.key, part -> Confinement.shifted(part.column, part.positions(), by)))));
    }

    private static boolean anyOpen(Collection<Part> parts) {
        return parts.stream().flatMap(part -> part.open.stream()).anyMatch(open -> !open.isEmpty());
    }

    /** Looks whether values could lie beyond the next public one. */
    private void passNext(Collection<Part> parts, boolean above) {
        Map<RunComputation.Key, Column> moved = new HashMap<>();
        parts.forEach(part -> moved.put(part.key, Confinement.beyondNext(part.column, part.positions(), above)));
        Outcome other = compute.apply(columns.with(moved));
        parts.forEach(part -> part.pass(moved.getOrDefault(part.key, part.column), other, above));
    }

    private boolean takesPart(int position) {
        return outcome.inside(position) && outcome.exclusion(position) == Exclusion.NONE;
    }
}
