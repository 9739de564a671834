package de.quartierwerk.classification.scheme;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;

/** How many periods before the one of a run another one lies. */
final class PeriodLag {
    /**
     * The lag of periods by their text, seen from one; negative for later ones.
     *
     * @throws Invalid by the function, for a period of another length
     */
    static ToIntFunction<String> from(Period run) {
        return text -> Period.parse(text)
                .filter(other -> comparable(run, other))
                .map(other -> lag(run, other))
                .orElseThrow(() -> new Invalid(
                        "run.invalid",
                        List.of(InputError.at("/period", "run.period-not-comparable", run.text(), text))));
    }

    private static boolean comparable(Period run, Period other) {
        return run.firstBefore(lag(run, other)).equals(other.first())
                && run.lastBefore(lag(run, other)).equals(other.last());
    }

    private static int lag(Period run, Period other) {
        int months = run.months();
        long apart = ChronoUnit.MONTHS.between(other.first(), run.first());
        return (int) (months == 0 ? Math.round(apart / 12.0) : apart / months);
    }

    private PeriodLag() {}
}
