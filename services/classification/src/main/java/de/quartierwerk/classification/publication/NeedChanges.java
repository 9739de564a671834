package de.quartierwerk.classification.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the needs of spaces changed since the run published before.
 *
 * @param known whether a run was published before
 * @param same keys that meant the same space then
 * @param before codes of the needs then, by space
 */
record NeedChanges(boolean known, Set<String> same, Map<String, List<String>> before) {
    static final NeedChanges NONE = new NeedChanges(false, Set.of(), Map.of());

    /** {@code appeared} or {@code stayed}; null where no run was published before. */
    @Nullable
    String change(String space, String need) {
        return !known ? null : then(space).contains(need) ? "stayed" : "appeared";
    }

    /** Needs that a space had and has no longer. */
    List<String> gone(String space, List<String> now) {
        return then(space).stream().filter(need -> !now.contains(need)).toList();
    }

    private List<String> then(String space) {
        return same.contains(space) ? before.getOrDefault(space, List.of()) : List.of();
    }
}
