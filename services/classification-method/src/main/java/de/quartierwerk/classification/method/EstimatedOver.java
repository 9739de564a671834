package de.quartierwerk.classification.method;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Over which periods scales, loadings and limits are estimated.
 *
 * @param last the run's own period and so many minus one before it; 1 is the run alone
 * @param periods texts of periods that are the same for every run of the scheme's version; empty without
 * @param lags the latter as numbers of periods before the run's own, once that is known
 */
public record EstimatedOver(int last, List<String> periods, List<Integer> lags) {
    /** The run's own period. */
    public static final EstimatedOver RUN = new EstimatedOver(1, List.of(), List.of());

    public EstimatedOver {
        periods = List.copyOf(periods);
        lags = List.copyOf(lags);
    }

    /** Whether it is the run's own period alone. */
    public boolean isRun() {
        return last == 1 && periods.isEmpty();
    }

    /** Seen from a run: how many periods before its own each of the periods lies. */
    EstimatedOver at(ToIntFunction<String> lag) {
        return new EstimatedOver(
                last, periods, periods.stream().map(lag::applyAsInt).toList());
    }

    /** Numbers of periods before the run's own, for an index that is computed {@code own} periods before. */
    List<Integer> lags(int own) {
        if (isRun()) {
            return List.of(own);
        }
        return periods.isEmpty() ? IntStream.range(0, last).boxed().toList() : lags;
    }
}
