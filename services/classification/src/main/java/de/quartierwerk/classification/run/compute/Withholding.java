package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Withholds class, group and needs of spaces where they, together with those of all earlier runs, would confine a
 * suppressed count too far.
 */
@ApplicationScoped
public class Withholding {
    private final RunComputation computation;
    private final ConfinementStatements statements;

    Withholding(RunComputation computation, ConfinementStatements statements) {
        this.computation = computation;
        this.statements = statements;
    }

    /** Finds the positions that a run has to withhold, and notes what the others leave possible. */
    Set<Integer> withhold(UUID run, RunComputation.Task task, Outcome outcome) {
        if (task.publicOnly() || !computation.guarded(task)) {
            return Set.of();
        }
        Map<Integer, List<ConfinementStatements.Left>> left = new HashMap<>();
        Set<Integer> withheld = new HashSet<>();
        List<String> keys = outcome.territory().keys();
        for (RunComputation.Possible found : computation.possible(task, outcome)) {
            ConfinementStatements.Left now = new ConfinementStatements.Left(
                    found.indicator(),
                    statements.day(found.vector()),
                    keys.get(found.position()),
                    found.count(),
                    found.possible());
            int possible = now.possible() & statements.possible(now);
            left.computeIfAbsent(found.position(), position -> new ArrayList<>())
                    .add(new ConfinementStatements.Left(
                            now.indicator(), now.day(), now.space(), now.count(), possible));
            if (!Confinement.isWide(possible)) {
                withheld.add(found.position());
            }
        }
        left.forEach((position, each) -> {
            if (!withheld.contains(position)) {
                statements.store(each);
            }
        });
        statements.withhold(run, withheld.stream().map(keys::get).sorted().toList());
        return withheld;
    }

    /** Whether a run withholds class and needs of a space. */
    @Transactional
    public boolean of(UUID run, String space) {
        return statements.withholds(run, space);
    }
}
