package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Condition;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller sees exact values.
 *
 * @param all of every space of the run
 * @param own of the space explained
 * @param area of every space of an area, by its key
 */
record ExactScope(boolean all, boolean own, Predicate<String> area) {
    /** What everybody sees. */
    static final ExactScope PUBLIC = new ExactScope(false, false, key -> false);

    /** What a steward of the whole installation sees. */
    static final ExactScope EXACT = new ExactScope(true, true, key -> true);

    /** Whether a number that rests on a reference area may be seen; null stands for the space itself. */
    boolean of(@Nullable String reference) {
        return reference == null ? own : Condition.ALL.equals(reference) ? all : area.test(reference);
    }
}
