package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Condition;
import java.util.function.Predicate;

/**
 * Where a caller sees exact values.
 *
 * @param all of every space of the run
 * @param own of the space explained
 * @param area of every space of an area, by its key
 */
record Sight(boolean all, boolean own, Predicate<String> area) {
    /** What everybody sees. */
    static final Sight PUBLIC = new Sight(false, false, key -> false);

    /** What a steward of the whole installation sees. */
    static final Sight EXACT = new Sight(true, true, key -> true);

    /** Whether a number that rests on a reference area may be seen; null stands for the space itself. */
    boolean of(String reference) {
        return reference == null ? own : Condition.ALL.equals(reference) ? all : area.test(reference);
    }
}
