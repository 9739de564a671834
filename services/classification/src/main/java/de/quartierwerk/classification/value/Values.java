package de.quartierwerk.classification.value;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.space.TerritorySnapshot;
import de.quartierwerk.events.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The released values that runs work on. */
@ApplicationScoped
public class Values {
    private final ValueStatements statements;

    Values(ValueStatements statements) {
        this.statements = statements;
    }

    /**
     * The vectors that a run reads: for each indicator and lag those whose reference date lies in the period so many
     * periods before, known at an instant.
     */
    @Transactional
    public List<Input> inputs(Map<String, Set<Integer>> indicators, Period period, Instant recordedAt) {
        List<Input> inputs = new ArrayList<>();
        indicators.forEach((indicator, lags) -> lags.forEach(lag -> inputs.addAll(
                statements.inputs(indicator, lag, period.firstBefore(lag), period.lastBefore(lag), recordedAt))));
        return inputs;
    }

    /** Releases with values that a run would read, had all batches of them arrived. */
    @Transactional
    public SortedSet<UUID> arriving(Map<String, Set<Integer>> indicators, Period period, Instant recordedAt) {
        SortedSet<UUID> releases = new TreeSet<>();
        indicators.forEach((indicator, lags) -> lags.forEach(lag -> releases.addAll(
                statements.arriving(indicator, period.firstBefore(lag), period.lastBefore(lag), recordedAt))));
        return releases;
    }

    /** The instant from which on everything that has arrived is known. */
    @Transactional
    public Instant knownUntil(Instant now) {
        return statements.latestRecordedAt().filter(now::isBefore).orElse(now);
    }

    /** Whether one of the inputs holds a value that the public does not see as it is. */
    @Transactional
    public boolean anyGuarded(Collection<Input> inputs) {
        return statements.anyGuarded(inputs.stream().map(Input::vector).toArray(Long[]::new));
    }

    /** Positions of the spaces of a territory by the ordinals of their keys. */
    @Transactional
    public Positions positions(TerritorySnapshot snapshot) {
        List<String> keys = snapshot.territory().keys();
        Map<String, Integer> ordinals = new HashMap<>();
        statements.known(keys.toArray(String[]::new)).forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Integer ordinal = ordinals.get(keys.get(i));
            if (ordinal != null) {
                places.put(ordinal, i);
            }
        }
        return new Positions(places, snapshot);
    }

    /** Where the spaces of a run stand; looked up in an array, unless their ordinals lie far apart. */
    public static final class Positions {
        private static final int APART = 100;
        private static final int FEW = 100_000;

        private final Map<Integer, Integer> places;
        private final int @Nullable [] table;
        private final TerritorySnapshot snapshot;

        Positions(Map<Integer, Integer> places, TerritorySnapshot snapshot) {
            int largest =
                    places.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
            this.snapshot = snapshot;
            this.table = largest < Math.max(FEW, (long) APART * places.size()) ? new int[largest + 1] : null;
            this.places = table == null ? places : Map.of();
            if (table != null) {
                Arrays.fill(table, -1);
                places.forEach((ordinal, position) -> table[ordinal] = position);
            }
        }

        /** Position of the space whose key has an ordinal, -1 where it is none of the run's. */
        int of(int ordinal) {
            if (table == null) {
                return places.getOrDefault(ordinal, -1);
            }
            return ordinal < table.length ? table[ordinal] : -1;
        }
    }

    /**
     * What values of one indicator belong to.
     *
     * @param spaces positions of spaces of the run
     * @param renewed positions where the values belong to another space that had the key on their reference date
     * @param others ordinals of keys that no space of the run has
     */
    public record Belonging(BitSet spaces, BitSet renewed, BitSet others) {}

    /** What the values of vectors of one indicator belong to; marks that say that a value is missing do not count. */
    @Transactional
    public Belonging belonging(Collection<Long> vectors, Positions positions) {
        Belonging found = new Belonging(new BitSet(), new BitSet(), new BitSet());
        for (ValueStatements.Dated dated : statements.marks(vectors.toArray(Long[]::new))) {
            BitSet renewed = positions.snapshot.renewed(dated.day());
            Vector vector = dated.vector();
            for (int i = 0; i < vector.size(); i++) {
                int ordinal = vector.ordinal(i);
                int position = positions.of(ordinal);
                if (vector.present(i)) {
                    (position < 0 ? found.others() : renewed.get(position) ? found.renewed() : found.spaces())
                            .set(position < 0 ? ordinal : position);
                }
            }
        }
        found.renewed().andNot(found.spaces());
        return found;
    }

    /**
     * A column of values for the spaces of a run. Where several vectors hold a value for a space, the one with the
     * latest reference date counts, and of those the one recorded last. A value belongs to the space that had its key
     * on its reference date: where that is another one, it is missing.
     *
     * @param vectors ids of the vectors of one indicator
     * @param counts whether the values may be counts
     * @param publicOnly whether only what the public sees is taken: a suppressed value is missing, a rounded one has no
     *     counts
     */
    @Transactional
    public Column column(Collection<Long> vectors, Positions positions, boolean counts, boolean publicOnly) {
        Column column = new Column(positions.snapshot.territory().size(), counts);
        if (vectors.isEmpty()) {
            return column;
        }
        for (ValueStatements.Dated dated : statements.vectors(vectors.toArray(Long[]::new))) {
            BitSet renewed = positions.snapshot.renewed(dated.day());
            Vector vector = dated.vector();
            for (int i = 0; i < vector.size(); i++) {
                int position = positions.of(vector.ordinal(i));
                if (position >= 0 && !renewed.get(position)) {
                    cover(column, position, vector, i, publicOnly);
                }
            }
        }
        return column;
    }

    private static void cover(Column column, int position, Vector vector, int i, boolean publicOnly) {
        boolean guarded = vector.guarded(i);
        if (guarded && publicOnly) {
            column.set(position, vector.publicValue(i), Double.NaN, Double.NaN, false);
        } else {
            column.set(position, vector.value(i), vector.numerator(i), vector.denominator(i), guarded);
        }
    }
}
