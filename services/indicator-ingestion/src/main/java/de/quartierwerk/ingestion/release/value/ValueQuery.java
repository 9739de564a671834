package de.quartierwerk.ingestion.release.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param indicators only these; empty for all
 * @param level only spaces of this level
 * @param periods only these; empty for all
 * @param spaces only these; empty for all
 * @param asOf day on which the spaces have to be valid
 * @param recordedAt instant whose knowledge counts; null for now
 * @param exactEverywhere whether the caller sees all values as they are
 * @param exactAreas areas in which the caller does
 * @param after indicator, period and space after which to begin, or empty
 * @param limit most rows
 */
record ValueQuery(
        List<String> indicators,
        @Nullable String level,
        List<String> periods,
        List<String> spaces,
        @Nullable LocalDate asOf,
        @Nullable Instant recordedAt,
        boolean exactEverywhere,
        Set<String> exactAreas,
        List<String> after,
        int limit) {
    ValueQuery from(List<String> start, int most) {
        return new ValueQuery(
                indicators, level, periods, spaces, asOf, recordedAt, exactEverywhere, exactAreas, start, most);
    }
}
