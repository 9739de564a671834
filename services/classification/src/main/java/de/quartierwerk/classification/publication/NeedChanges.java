package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.result.ResultRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the needs of spaces changed since the run published before. Of what one of the two runs says nothing nothing is
 * told: a need that is withheld, or open for want of a value, did not go.
 *
 * @param known whether a run was published before
 * @param same keys that meant the same space then
 * @param before results then, by space
 */
record NeedChanges(boolean known, Set<String> same, Map<String, ResultRow> before) {
    static final NeedChanges NONE = new NeedChanges(false, Set.of(), Map.of());

    /** {@code appeared} or {@code stayed}; null where no run was published before, or it says nothing of the need. */
    @Nullable
    String change(String space, String need) {
        ResultRow then = then(space);
        if (then != null && then.allNeeds().contains(need)) {
            return "stayed";
        }
        return known && (then == null || then.states(need)) ? "appeared" : null;
    }

    /** Needs that a space had and has no longer. */
    List<String> gone(ResultRow now) {
        ResultRow then = then(now.space());
        List<String> had = then == null ? List.of() : then.allNeeds();
        return had.stream()
                .filter(need -> now.states(need) && !now.allNeeds().contains(need))
                .sorted()
                .toList();
    }

    private @Nullable ResultRow then(String space) {
        return same.contains(space) ? before.get(space) : null;
    }
}
