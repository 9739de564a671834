package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.events.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;

/** What runs found, computed anew for those who read explanations, robustness and comparisons. */
@ApplicationScoped
public class RunOutcomes {
    /** How long a caller waits for what is being computed. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Runs runs;
    private final Schemes schemes;
    private final Territories territories;
    private final RunComputation computation;
    private final SharedComputation<UUID, Outcome> shared;

    RunOutcomes(
            Runs runs,
            Schemes schemes,
            Territories territories,
            RunComputation computation,
            ClassificationConfig config) {
        this.runs = runs;
        this.schemes = schemes;
        this.territories = territories;
        this.computation = computation;
        this.shared = new SharedComputation<>(config.outcomesAtOnce(), 2, LONGEST_WAIT);
    }

    /** What a run works on. */
    @Transactional
    public RunComputation.Task task(Run run) {
        SchemeVersion scheme = schemes.version(run.scheme(), run.version());
        return new RunComputation.Task(
                Schemes.read(scheme, Period.parse(run.period()).orElseThrow()),
                territories.read(run.inputs().territory()),
                runs.inputs(run.id()),
                run.inputs().polarities(),
                run.inputs().kinds(),
                run.inputs().basis() == Run.Basis.PUBLIC,
                run.area(),
                runs.exclusions(run.id()).keySet());
    }

    /** What a run found; to be asked outside of a transaction, since who waits must not hold a connection. */
    public Outcome of(Run run) {
        return shared.get(run.id(), () -> computation.compute(task(run)));
    }
}
