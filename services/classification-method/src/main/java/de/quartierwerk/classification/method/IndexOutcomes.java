package de.quartierwerk.classification.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The indices of a run at its own period and, where changes over time ask for it, at earlier ones. */
final class IndexOutcomes {
    private final Map<Integer, Map<String, IndexOutcome>> byLag = new TreeMap<>();

    /** Adds an index computed {@code lag} periods before the run's own. */
    void put(int lag, IndexOutcome outcome) {
        byLag.computeIfAbsent(lag, key -> new LinkedHashMap<>())
                .put(outcome.index().code(), outcome);
    }

    /** The indices at the run's own period in the scheme's order. */
    Map<String, IndexOutcome> now() {
        return at(0);
    }

    /** The indices at another period in the scheme's order. */
    Map<String, IndexOutcome> at(int lag) {
        return Collections.unmodifiableMap(byLag.getOrDefault(lag, Map.of()));
    }

    IndexOutcome get(String index, int lag) {
        return Objects.requireNonNull(byLag.getOrDefault(lag, Map.of()).get(index), index);
    }

    /** What a component takes of an index, seen from {@code lag} periods before the run's own. */
    double measured(Component component, int lag, int position) {
        double value = get(component.of(), lag).value(position);
        return component.looksBack()
                ? Measures.change(
                        component.measure(),
                        value,
                        get(component.of(), lag + component.lag()).value(position))
                : value;
    }

    /** Whether a suppressed value takes part in what a component takes of an index. */
    boolean guarded(Component component, int lag) {
        return get(component.of(), lag).guarded()
                || (component.looksBack()
                        && get(component.of(), lag + component.lag()).guarded());
    }
}
