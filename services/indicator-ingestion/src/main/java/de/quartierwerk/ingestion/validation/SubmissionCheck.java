package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.file.Marks;
import de.quartierwerk.ingestion.file.NumberStyle;
import de.quartierwerk.ingestion.file.TableReader;
import de.quartierwerk.ingestion.file.TableRow;
import de.quartierwerk.ingestion.file.UnreadableRow;
import de.quartierwerk.ingestion.mapping.Binding;
import de.quartierwerk.ingestion.mapping.Detected;
import de.quartierwerk.ingestion.mapping.Mapping;
import de.quartierwerk.ingestion.periodlock.PeriodLocks;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.ingestion.sql.Database;
import de.quartierwerk.ingestion.submission.Counts;
import de.quartierwerk.ingestion.submission.State;
import de.quartierwerk.ingestion.submission.Submission;
import de.quartierwerk.ingestion.submission.SubmissionWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Checks a submission in the caller's transaction. Nothing of it is visible before that commits, so that a check which
 * dies is simply done again.
 */
@ApplicationScoped
public class SubmissionCheck {
    private static final int ROWS_BETWEEN_PROGRESS = 20_000;

    private final Database database;
    private final SubmissionWork submissions;
    private final DeliveredTables tables;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final PeriodLocks locks;

    SubmissionCheck(
            Database database,
            SubmissionWork submissions,
            DeliveredTables tables,
            Catalogue catalogue,
            Spaces spaces,
            PeriodLocks locks) {
        this.database = database;
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
        Mapping mapping = submission.mapping();
        SpaceIndex index = SpaceIndex.load(spaces, mapping.level(), submission.scope(), mapping.matchesByName());
        Findings findings = new Findings(database, submission.id());
        Staging staging = new Staging(database, submission.id());
        Binding binding = Binding.bind(mapping, submission.header(), new ArrayList<>())
                .orElseThrow(() -> new IllegalStateException("a mapping that was bound before"));
        Map<String, Indicator> definitions = catalogue.all();
        ValueChecker values = new ValueChecker(
                new CellReader(style(submission.detected()), marks(mapping)),
                binding,
                index,
                findings,
                staging,
                new ValueChecker.Assumptions(
                        mapping.ratiosControlled(),
                        submission.detected().decimal(),
                        submission.detected().decimalCertain()));
        RowChecker rows = new RowChecker(binding, index, definitions, values, findings);
        boolean readable = read(submission, rows, findings, progress);
        staging.flush();
        long contradictions = staging.takeOutRepetitions((line, column, same, space, firstLine) -> {
            List<String> arguments = List.of(space, Long.toString(firstLine));
            if (same) {
                findings.warning(line, binding.name(column), "value.repeated", null, arguments);
            } else {
                findings.error(line, binding.name(column), "value.contradicts", null, arguments);
            }
        });
        PeriodLocks.TakenOut locked = locks.takeOut(
                submission.id(),
                (sheet, line, column, period, lock) ->
                        findings.error(line, binding.name(column), "period.locked", null, List.of(period, lock)));
        long usableValues = staging.usable() - locked.usable();
        boolean usable = readable && usableValues > 0;
        if (readable && usableValues == 0 && findings.errors() == 0) {
            findings.error(null, null, "file.no-values", null, List.of());
        }
        findings.flush();
        Counts counts =
                staging.counts(rows.rows(), rows.rejected() + contradictions + locked.values(), findings.warnings());
        boolean accepted = usable && !(mapping.wholeOrNothing() && findings.errors() > 0);
        submissions.checked(
                submission.id(), accepted ? State.VALIDATED : State.REJECTED, counts, index.coverage(), index.areas());
        if (!accepted || submission.dryRun()) {
            submissions.deleteStaged(submission.id());
        }
    }

    private boolean read(Submission submission, RowChecker rows, Findings findings, LongConsumer progress) {
        long sinceProgress = 0;
        try (TableReader table = tables.open(submission)) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.check(row.get());
                if (++sinceProgress == ROWS_BETWEEN_PROGRESS) {
                    sinceProgress = 0;
                    progress.accept(rows.rows());
                }
            }
            return true;
        } catch (UnreadableRow broken) {
            findings.error(broken.line(), null, "file.breaks-off", null, List.of(Long.toString(broken.line())));
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NumberStyle style(Detected detected) {
        return new NumberStyle(detected.decimal().charAt(0), detected.grouping().charAt(0));
    }

    private static Marks marks(Mapping mapping) {
        return Marks.stated(mapping.missing(), mapping.suppressed(), mapping.unreliable());
    }
}
