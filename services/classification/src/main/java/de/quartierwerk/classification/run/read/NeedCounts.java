package de.quartierwerk.classification.run.read;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Spaces and municipalities per field of action, found by rules and stated by people. */
@ApplicationScoped
public class NeedCounts {
    private final NeedCountStatements statements;

    NeedCounts(NeedCountStatements statements) {
        this.statements = statements;
    }

    /**
     * The numbers of one run.
     *
     * @param needs per field of action, in the scheme's order
     * @param spacesInNeed spaces with at least one need
     */
    public record OfRun(List<RunResponse.NeedCount> needs, int spacesInNeed) {
        static final OfRun NONE = new OfRun(List.of(), 0);
    }

    /** The numbers of a completed run over all its spaces, with the needs that people stated until an instant. */
    @Transactional
    public OfRun of(Run run, Instant until) {
        return Objects.requireNonNull(
                count(List.of(run), until, Scope.EVERYTHING).get(run.id()));
    }

    /** The numbers of completed runs over the spaces that a scope shows, by run. */
    @Transactional
    Map<UUID, OfRun> of(Collection<Run> runs, Scope scope) {
        return count(runs, Runs.EVER, scope);
    }

    /** Only those runs are counted whose summary does not say it all: others show parts, or have stated needs. */
    private Map<UUID, OfRun> count(Collection<Run> runs, Instant until, Scope scope) {
        Map<UUID, OfRun> numbers = new HashMap<>();
        if (runs.isEmpty()) {
            return numbers;
        }
        Set<UUID> stated = statements.withStatedNeeds(runs.stream().map(Run::id).toList(), until);
        Set<UUID> counted = runs.stream()
                .filter(run -> stated.contains(run.id()) || !(run.published() || scope.everywhere()))
                .map(Run::id)
                .collect(Collectors.toSet());
        runs.forEach(run -> numbers.put(run.id(), summary(run.summary())));
        if (!counted.isEmpty()) {
            Map<UUID, Map<String, NeedCountStatements.Count>> counts =
                    statements.counts(counted, until, scope.everywhere(), scope.areas());
            Map<UUID, Integer> inNeed = statements.spacesInNeed(counted, until, scope.everywhere(), scope.areas());
            runs.stream()
                    .filter(run -> counted.contains(run.id()))
                    .forEach(run -> numbers.put(
                            run.id(),
                            counted(
                                    run.summary(),
                                    counts.getOrDefault(run.id(), Map.of()),
                                    inNeed.getOrDefault(run.id(), 0))));
        }
        return numbers;
    }

    private static OfRun summary(RunSummary summary) {
        return new OfRun(
                summary.needs().stream()
                        .map(need ->
                                count(need, new NeedCountStatements.Count(need.spaces(), need.municipalities(), 0)))
                        .toList(),
                summary.spacesInNeed());
    }

    private static OfRun counted(RunSummary summary, Map<String, NeedCountStatements.Count> counts, int spacesInNeed) {
        return new OfRun(
                summary.needs().stream()
                        .map(need -> count(need, counts.getOrDefault(need.code(), NeedCountStatements.Count.NONE)))
                        .toList(),
                spacesInNeed);
    }

    private static RunResponse.NeedCount count(RunSummary.Need need, NeedCountStatements.Count count) {
        return new RunResponse.NeedCount(
                need.code(), need.title(), need.targetGroup(), count.spaces(), count.municipalities(), count.stated());
    }
}
