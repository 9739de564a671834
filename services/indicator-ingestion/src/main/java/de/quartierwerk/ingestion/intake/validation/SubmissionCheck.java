package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.delivery.periodlock.PeriodLocks;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Counts;
import de.quartierwerk.ingestion.intake.submission.Coverage;
import de.quartierwerk.ingestion.intake.submission.State;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Checks a submission in the caller's transaction. Nothing of it is visible before that commits, so that a check which
 * dies is simply done again.
 */
@ApplicationScoped
public class SubmissionCheck {
    private final Sql sql;
    private final SubmissionWork submissions;
    private final DeliveredTables tables;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final PeriodLocks locks;

    SubmissionCheck(
            Sql sql,
            SubmissionWork submissions,
            DeliveredTables tables,
            Catalogue catalogue,
            Spaces spaces,
            PeriodLocks locks) {
        this.sql = sql;
        this.submissions = submissions;
        this.tables = tables;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.locks = locks;
    }

    /**
     * Checks a submission and stores what was found.
     *
     * @param progress is told the rows done, now and then
     */
    public void check(Submission submission, LongConsumer progress) {
        Map<String, Indicator> definitions = catalogue.all();
        NumberColumns columns = new NumberColumns(
                style(submission.detected()), submission.mapping().decimalSign() != null);
        CheckPass pass = read(submission, definitions, columns, progress);
        if (pass.readable() && columns.decide()) {
            forget(submission.id());
            pass = read(submission, definitions, columns, progress);
        }
        Findings findings = pass.findings();
        columns.tell(findings);
        long contradictions = pass.takeOutRepetitions();
        pass.checkTotals();
        Staging staging = pass.staging();
        PeriodLocks.TakenOut locked = locks.takeOut(
                submission.id(),
                (sheet, line, column, period, lock) ->
                        findings.error(findings.at(sheet, line, column), "period.locked", null, period, lock));
        PeriodTexts texts = new PeriodTexts(sql, submission.id(), definitions, findings);
        texts.check();
        long usableValues = staging.usable() - locked.usable() - texts.usable();
        boolean usable = pass.readable() && usableValues > 0;
        Coverage coverage = pass.spaces().coverage();
        if (usable) {
            sql.withoutNestedLoops(new Plausibility(sql, submission, definitions, pass)::check);
            if (staging.hasEmptyCells()) {
                sql.withoutNestedLoops(new TakenBack(sql, submission.id(), findings)::check);
            }
            tellOfMissing(findings, coverage);
        }
        if (pass.readable() && usableValues == 0 && findings.errors() == 0) {
            findings.error(Findings.Place.FILE, "file.no-values", null);
        }
        findings.flush();
        Counts counts = staging.counts(
                pass.rows(), pass.rejected() + contradictions + locked.values() + texts.values(), findings.warnings());
        boolean accepted = usable && !(submission.mapping().wholeOrNothing() && findings.errors() > 0);
        submissions.checked(
                submission.id(),
                accepted ? State.VALIDATED : State.REJECTED,
                counts,
                coverage,
                pass.spaces().areas());
        if (!accepted || submission.dryRun()) {
            submissions.deleteStaged(submission.id());
        }
    }

    private CheckPass read(
            Submission submission, Map<String, Indicator> definitions, NumberColumns columns, LongConsumer progress) {
        Mapping mapping = submission.mapping();
        SpaceIndex index = SpaceIndex.load(spaces, mapping, submission.scope());
        CheckPass pass = new CheckPass(sql, submission, index, definitions, columns);
        pass.read(tables, progress);
        return pass;
    }

    /** Numbers turned out to be written otherwise than the head of the file told: all is read again. */
    private void forget(UUID submission) {
        submissions.deleteStaged(submission);
        sql.update("delete from finding where submission = ?", submission);
    }

    /** Tells of each expected space without a value; in one sentence where the file is about few spaces anyway. */
    private static void tellOfMissing(Findings findings, Coverage coverage) {
        long missing = coverage.spacesExpected() - coverage.spacesDelivered();
        if (missing > coverage.spacesDelivered()) {
            findings.hint(
                    Findings.Place.FILE,
                    "space.most-not-delivered",
                    null,
                    Long.toString(missing),
                    Long.toString(coverage.spacesExpected()));
            return;
        }
        List<String> keys = coverage.missing();
        keys.forEach(key -> findings.hint(Findings.Place.FILE, "space.not-delivered", key, key));
    }

    private static NumberStyle style(Detected detected) {
        return new NumberStyle(detected.decimal().charAt(0), detected.grouping().charAt(0));
    }
}
