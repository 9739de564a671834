package de.quartierwerk.funding.paper;

import de.quartierwerk.kit.problem.Invalid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which mandates are asked for.
 *
 * @param states their states
 * @param overdue whether only those whose day is over
 */
record MandateFilter(List<MandateState> states, boolean overdue) {

    MandateFilter {
        states = List.copyOf(states);
    }

    /** Reads {@code open}, {@code done}, {@code dropped} or {@code overdue}; refuses anything else with 400. */
    static MandateFilter of(@Nullable String state) {
        if (state == null) {
            return new MandateFilter(List.of(MandateState.values()), false);
        }
        if (state.equals("overdue")) {
            return new MandateFilter(List.of(MandateState.OPEN), true);
        }
        for (MandateState each : MandateState.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(state)) {
                return new MandateFilter(List.of(each), false);
            }
        }
        throw Invalid.parameter("state", state, "mandate.state", state);
    }
}
