package de.quartierwerk.reporting.parameter;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.Invalid;

/** Reads parameters, and refuses what cannot be read with 400. */
public final class Parameters {
    private Parameters() {}

    /** Whether a parameter was given at all. */
    public static boolean given(String value) {
        return value != null && !value.isEmpty();
    }

    /** The query parameter {@code period}, or null where it was not given. */
    public static Period period(String value) {
        return given(value)
                ? Period.parse(value).orElseThrow(() -> Invalid.parameter("period", value, "period.malformed", value))
                : null;
    }
}
