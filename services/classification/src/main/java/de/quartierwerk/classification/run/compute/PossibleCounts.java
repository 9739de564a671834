package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what classes and needs leave possible of the suppressed counts that take part. It computes the outcome anew
 * with neighbouring counts: one count of each space at a time, those of all spaces together.
 */
final class PossibleCounts {
    private final Outcome outcome;
    private final RunComputation.Columns columns;
    private final Function<RunComputation.Columns, Outcome> compute;

    /** @param compute the outcome with other values */
    PossibleCounts(Outcome outcome, RunComputation.Columns columns, Function<RunComputation.Columns, Outcome> compute) {
        this.outcome = outcome;
        this.columns = columns;
        this.compute = compute;
    }

    /**
     * What is left possible of a suppressed count.
     *
     * @param key column of the count
     * @param position of its space
     * @param possible neighbours of the count that would have led to the same, as bits; none for a class by rank that
     *     lies between two neighbouring public values
     */
    record Count(RunComputation.Key key, int position, double count, int possible) {}

    /** Some suppressed counts of a column, and what is left possible of each. */
    private record Part(RunComputation.Key key, Column column, BitSet places, int[] possible) {
        Part(RunComputation.Key key, Column column) {
            this(key, column, new BitSet(), new int[column.size()]);
        }
    }

    /** The counts of all columns that are suppressed and take part. */
    List<Count> find() {
        List<Count> found = new ArrayList<>();
        for (Collection<Part> round : rounds()) {
            lookAt(round);
            for (Part part : round) {
                part.places.stream()
                        .mapToObj(i -> new Count(part.key, i, part.column.count(i), part.possible[i]))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The suppressed counts, so that no space has more than one of them in a round. */
    private List<Collection<Part>> rounds() {
        List<Map<RunComputation.Key, Part>> rounds = new ArrayList<>();
        int[] next = new int[outcome.territory().size()];
        columns.ofSpaces().forEach((key, column) -> {
            for (int i = 0; i < column.size(); i++) {
                if (column.guarded(i) && takesPart(i) && !Double.isNaN(column.count(i))) {
                    if (next[i] == rounds.size()) {
                        rounds.add(new HashMap<>());
                    }
                    rounds.get(next[i]++)
                            .computeIfAbsent(key, of -> new Part(of, column))
                            .places
                            .set(i);
                }
            }
        });
        return rounds.stream().map(Map::values).toList();
    }

    private void lookAt(Collection<Part> round) {
        Map<Integer, Outcome> others = IntStream.rangeClosed(-Confinement.FARTHEST, Confinement.FARTHEST)
                .boxed()
                .parallel()
                .collect(Collectors.toMap(step -> step, step -> shifted(round, step)));
        others.forEach((step, other) -> {
            for (Part part : round) {
                part.places.stream()
                        .filter(i ->
                                Confinement.isPossible(part.column, i, step) && Confinement.same(outcome, other, i))
                        .forEach(i -> part.possible[i] |= Confinement.bit(step));
            }
        });
        if (byRank()) {
            excludeBetweenNeighbours(round);
        }
    }

    private Outcome shifted(Collection<Part> round, int step) {
        return step == 0 ? outcome : with(round, part -> Confinement.shifted(part.column, part.places, step));
    }

    /** A class by rank tells a count where its value may lie nowhere but between two neighbouring public ones. */
    private void excludeBetweenNeighbours(Collection<Part> round) {
        Outcome above = with(round, part -> Confinement.beyondNext(part.column, part.places, true));
        Outcome below = with(round, part -> Confinement.beyondNext(part.column, part.places, false));
        for (Part part : round) {
            part.places.stream()
                    .filter(i -> differs(part, above, i) && differs(part, below, i))
                    .forEach(i -> part.possible[i] = 0);
        }
    }

    /** Whether there is no public value beyond a count, or one whose class or needs differ. */
    private boolean differs(Part part, Outcome other, int i) {
        double moved =
                other.figures().column(part.key.indicator(), part.key.lag()).value(i);
        return moved == part.column.value(i) || !Confinement.same(outcome, other, i);
    }

    private Outcome with(Collection<Part> round, Function<Part, Column> change) {
        return compute.apply(columns.with(round.stream().collect(Collectors.toMap(Part::key, change))));
    }

    private boolean takesPart(int position) {
        return outcome.inside(position) && outcome.exclusion(position) == Exclusion.NONE;
    }

    private boolean byRank() {
        return outcome.scheme().indices().stream()
                .map(Index::classes)
                .anyMatch(classes -> classes != null && classes.method() == ClassRule.Method.QUANTILES);
    }
}
