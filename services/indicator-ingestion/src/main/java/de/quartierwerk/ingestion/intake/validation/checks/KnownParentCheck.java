package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** Children that do not add up to the known and public value of the space in which they lie. */
@ApplicationScoped
@Priority(600)
class KnownParentCheck implements Check {
    private final ChildStatements statements;
    private final KnownValueStatements known;

    KnownParentCheck(ChildStatements statements, KnownValueStatements known) {
        this.statements = statements;
        this.known = known;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        Set<String> counts = file.additive(file.staging().samples().counts());
        if (isAnyKnown(file.staging().samples().periods(), counts)) {
            statements.knownParents(
                    file.id(),
                    counts,
                    parent -> file.findings()
                            .warning(
                                    Place.FILE,
                                    "value.known-parent-differs",
                                    parent.space(),
                                    parent.indicator(),
                                    parent.period(),
                                    parent.space(),
                                    Long.toString(parent.given())));
        }
    }

    private boolean isAnyKnown(Map<String, Set<String>> periods, Set<String> counts) {
        return periods.entrySet().stream()
                .anyMatch(entry -> counts.contains(entry.getKey()) && known.any(entry.getKey(), entry.getValue()));
    }
}
