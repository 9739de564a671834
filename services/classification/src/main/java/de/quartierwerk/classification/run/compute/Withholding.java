package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    Set<Integer> withhold(UUID run, RunComputation.Task task, RunComputation.Columns columns, Outcome outcome) {
        if (task.publicOnly()) {
            return Set.of();
        }
        List<PossibleCounts.Count> found = new PossibleCounts(
                        outcome, columns, changed -> computation.computeAgain(task, outcome, changed))
                .find();
        if (found.isEmpty()) {
            return Set.of();
        }
        List<String> keys = outcome.territory().keys();
        Map<RunComputation.Key, LocalDate> days = days(task, found);
        List<ConfinementStatements.Left> left = statements.withEarlier(found.stream()
                .map(each -> new ConfinementStatements.Left(
                        each.key().indicator(),
                        Objects.requireNonNull(days.get(each.key())),
                        keys.get(each.position()),
                        each.count(),
                        each.possible()))
                .toList());
        Set<Integer> withheld = new HashSet<>();
        for (int i = 0; i < left.size(); i++) {
            if (!Confinement.isWide(left.get(i).possible())) {
                withheld.add(found.get(i).position());
            }
        }
        statements.store(IntStream.range(0, left.size())
                .filter(i -> !withheld.contains(found.get(i).position()))
                .mapToObj(left::get)
                .toList());
        statements.withhold(run, withheld.stream().map(keys::get).sorted().toList());
        return withheld;
    }

    /** The reference dates of columns; where several vectors make one, that of the first. */
    private Map<RunComputation.Key, LocalDate> days(RunComputation.Task task, List<PossibleCounts.Count> found) {
        Map<RunComputation.Key, Long> vectors = new HashMap<>();
        task.inputs()
                .forEach(input ->
                        vectors.putIfAbsent(new RunComputation.Key(input.indicator(), input.lag()), input.vector()));
        vectors.keySet().retainAll(found.stream().map(PossibleCounts.Count::key).collect(Collectors.toSet()));
        Map<Long, LocalDate> days = statements.days(vectors.values());
        return vectors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> days.get(entry.getValue())));
    }

    /** Whether a run withholds class and needs of a space. */
    @Transactional
    public boolean of(UUID run, String space) {
        return statements.withholds(run, space);
    }
}
