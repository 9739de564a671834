package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.compute.RunComputation;
import de.quartierwerk.classification.run.compute.RunOutcomes;
import de.quartierwerk.classification.run.compute.SharedComputation;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Values;
import de.quartierwerk.events.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a run would have found with the scheme of another: it shows the share of the scheme in a change. */
@ApplicationScoped
class Counterfactual {
    private final RunOutcomes outcomes;
    private final RunComputation computation;
    private final Values values;
    private final SharedComputation<List<UUID>, Optional<Outcome>> shared =
            new SharedComputation<>(1, 1, RunOutcomes.LONGEST_WAIT);

    Counterfactual(RunOutcomes outcomes, RunComputation computation, Values values) {
        this.outcomes = outcomes;
        this.computation = computation;
        this.values = values;
    }

    /**
     * The spaces and values of {@code before} with the scheme of {@code now}, on what was known then; empty where the
     * run did not keep what the scheme asks of spaces.
     */
    Optional<Outcome> compute(Run before, Run now) {
        return shared.get(List.of(before.id(), now.id()), () -> computed(before, now));
    }

    private Optional<Outcome> computed(Run before, Run now) {
        RunComputation.Task past = outcomes.task(before);
        RunComputation.Task present = outcomes.task(now);
        Period period = Period.parse(before.period()).orElseThrow();
        Scheme scheme = Schemes.at(present.scheme(), period);
        boolean attributes = scheme.attributes().stream()
                .allMatch(name -> past.snapshot().attributes().containsKey(name)
                        || past.snapshot().territory().ranks().containsKey(name));
        boolean areas = !scheme.indicators().containsKey(Indicator.AREA)
                || !past.snapshot().squareKilometres().isEmpty();
        if (!attributes || !areas || !scheme.level().equals(past.scheme().level())) {
            return Optional.empty();
        }
        Map<String, String> polarities = new HashMap<>(present.polarities());
        polarities.putAll(past.polarities());
        Map<String, String> kinds = new HashMap<>(present.kinds());
        kinds.putAll(past.kinds());
        return Optional.of(computation.compute(new RunComputation.Task(
                scheme,
                past.snapshot(),
                values.inputs(scheme.indicators(), period, before.subject().recordedAt()),
                polarities,
                kinds,
                past.publicOnly() || present.publicOnly(),
                past.area(),
                past.excluded())));
    }
}
