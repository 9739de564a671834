package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.ingestion.intake.submission.Findings;
import de.quartierwerk.ingestion.planner.Planner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The staged values of submissions. */
@ApplicationScoped
public class StagedValues {
    private final StagingStatements statements;
    private final Findings findings;
    private final Planner planner;

    StagedValues(StagingStatements statements, Findings findings, Planner planner) {
        this.statements = statements;
        this.findings = findings;
        this.planner = planner;
    }

    /**
     * Begins to stage the values of a submission, in the caller's transaction.
     *
     * @param preview takes notes of the values; null where nobody wants to see them
     */
    public Staging stage(UUID submission, @Nullable PreviewNotes preview) {
        return new Staging(statements.loading(submission), preview);
    }

    /** Forgets what was staged and found. */
    public void forget(UUID submission) {
        statements.deleteAll(submission);
        findings.deleteAll(submission);
    }

    /**
     * How the staged values compare with the known ones.
     *
     * @param created values for cells that have none
     * @param updated values that differ from the known ones
     * @param unchanged values that are known already
     */
    public record Comparison(long created, long updated, long unchanged) {}

    /** Compares them; a repetition of a secret that the submitter must not learn of counts as updated. */
    public Comparison compare(UUID submission) {
        StagingStatements.Differences differences = new StagingStatements.Differences();
        planner.withoutNestedLoops(() -> statements.compare(submission, differences));
        long updated = differences.updated + differences.secrets;
        long unchanged = differences.unchanged - differences.secrets;
        return new Comparison(statements.count(submission) - updated - unchanged, updated, unchanged);
    }
}
