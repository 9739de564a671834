package de.quartierwerk.classification.need;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Counts the fields of action of runs by municipality, over the spaces that a caller sees. */
@ApplicationScoped
class FieldsOfAction {
    private final FieldOfActionStatements statements;
    private final Runs runs;
    private final Caller caller;

    FieldsOfAction(FieldOfActionStatements statements, Runs runs, Caller caller) {
        this.statements = statements;
        this.runs = runs;
        this.caller = caller;
    }

    /** The fields of action in the scheme's order. */
    @Transactional
    List<FieldOfActionResponse> of(UUID id) {
        Run run = runs.completed(id);
        Map<String, List<FieldOfActionStatements.Count>> counts =
                statements.counts(id, run.level(), runs.seesAll(run), caller.areaArray()).stream()
                        .collect(Collectors.groupingBy(FieldOfActionStatements.Count::need));
        return run.summary().needs().stream()
                .map(need -> field(need, counts.getOrDefault(need.code(), List.of())))
                .toList();
    }

    private static FieldOfActionResponse field(RunSummary.Need need, List<FieldOfActionStatements.Count> counts) {
        return new FieldOfActionResponse(
                need.code(),
                need.title(),
                need.targetGroup(),
                counts.stream().mapToInt(FieldOfActionStatements.Count::spaces).sum(),
                counts.stream().mapToInt(FieldOfActionStatements.Count::stated).sum(),
                counts.stream()
                        .filter(count -> count.municipality() != null)
                        .sorted(Comparator.comparing(FieldOfActionStatements.Count::municipality))
                        .map(count -> new FieldOfActionResponse.Municipality(count.municipality(), count.spaces()))
                        .toList());
    }
}
