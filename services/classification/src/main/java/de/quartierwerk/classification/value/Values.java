package de.quartierwerk.classification.value;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.period.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The released values that runs work on. */
@ApplicationScoped
public class Values {
    private final ValueRepository repository;

    Values(ValueRepository repository) {
        this.repository = repository;
    }

    /**
     * The vectors that a run reads: for each indicator and lag those whose reference date lies in the period so many
     * periods before, known at an instant.
     */
    @Transactional
    public List<Input> inputs(Map<String, Set<Integer>> indicators, Period period, Instant recordedAt) {
        List<Input> inputs = new ArrayList<>();
        indicators.forEach((indicator, lags) -> lags.forEach(lag -> inputs.addAll(
                repository.inputs(indicator, lag, period.firstBefore(lag), period.lastBefore(lag), recordedAt))));
        return inputs;
    }

    /** The instant from which on everything that has arrived is known. */
    @Transactional
    public Instant knownUntil(Instant now) {
        Instant latest = repository.latestRecordedAt();
        return latest == null || latest.isBefore(now) ? now : latest;
    }

    /** Whether one of the inputs holds a value that the public does not see as it is. */
    @Transactional
    public boolean anyGuarded(Collection<Input> inputs) {
        return repository.anyGuarded(inputs.stream().map(Input::vector).toArray(Long[]::new));
    }

    /** Positions of spaces by the ordinals of their keys, -1 for all other ordinals. */
    @Transactional
    public Positions positions(List<String> keys) {
        List<Map.Entry<String, Integer>> known = repository.known(keys.toArray(String[]::new));
        int largest = known.stream().mapToInt(Map.Entry::getValue).max().orElse(-1);
        int[] places = new int[largest + 1];
        Arrays.fill(places, -1);
        Map<String, Integer> ordinals = new HashMap<>();
        known.forEach(entry -> ordinals.put(entry.getKey(), entry.getValue()));
        for (int i = 0; i < keys.size(); i++) {
            Integer ordinal = ordinals.get(keys.get(i));
            if (ordinal != null) {
                places[ordinal] = i;
            }
        }
        return new Positions(places, keys.size());
    }

    /** Where the spaces of a run stand. */
    public static final class Positions {
        private final int[] places;
        private final int size;

        Positions(int[] places, int size) {
            this.places = places;
            this.size = size;
        }
    }

    /**
     * A column of values for the spaces of a run. Where several vectors hold a value for a space, the one with the
     * latest reference date counts, and of those the one recorded last.
     *
     * @param vectors ids of the vectors of one indicator
     * @param counts whether the values may be counts
     * @param publicOnly whether only what the public sees is taken: a suppressed value is missing, a rounded one has no
     *     counts
     */
    @Transactional
    public Column column(Collection<Long> vectors, Positions positions, boolean counts, boolean publicOnly) {
        Column column = new Column(positions.size, counts);
        if (vectors.isEmpty()) {
            return column;
        }
        for (Vector vector : repository.vectors(vectors.toArray(Long[]::new))) {
            for (int i = 0; i < vector.size(); i++) {
                int ordinal = vector.ordinal(i);
                int position = ordinal < positions.places.length ? positions.places[ordinal] : -1;
                if (position >= 0) {
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
