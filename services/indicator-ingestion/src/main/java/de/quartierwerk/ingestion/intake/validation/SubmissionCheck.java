package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Counts;
import de.quartierwerk.ingestion.intake.submission.Findings;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.submission.State;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.intake.validation.checks.CheckedFile;
import de.quartierwerk.ingestion.intake.validation.checks.Checks;
import de.quartierwerk.ingestion.intake.validation.reading.DeliveredTables;
import de.quartierwerk.ingestion.intake.validation.reading.FileReading;
import de.quartierwerk.ingestion.intake.validation.reading.NumberColumns;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.PreviewNotes;
import de.quartierwerk.ingestion.intake.validation.staging.StagedValues;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import de.quartierwerk.ingestion.space.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks a submission in the caller's transaction. Nothing of it is visible before that commits, so that a check which
 * dies is simply done again.
 */
@ApplicationScoped
public class SubmissionCheck {
    private final SubmissionWork submissions;
    private final Findings findings;
    private final StagedValues values;
    private final DeliveredTables tables;
    private final Checks checks;
    private final Catalogue catalogue;
    private final Spaces spaces;

    SubmissionCheck(
            SubmissionWork submissions,
            Findings findings,
            StagedValues values,
            DeliveredTables tables,
            Checks checks,
            Catalogue catalogue,
            Spaces spaces) {
        this.submissions = submissions;
        this.findings = findings;
        this.values = values;
        this.tables = tables;
        this.checks = checks;
        this.catalogue = catalogue;
        this.spaces = spaces;
    }

    /** A reading of the file and what came of it. */
    private record Read(
            FileReading reading,
            SpaceIndex spaces,
            FileFindings findings,
            Staging staging,
            @Nullable PreviewNotes preview) {}

    /**
     * Checks a submission and stores what was found.
     *
     * @param progress takes the rows done, now and then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void check(Submission submission, LongConsumer progress) {
        Mapping mapping = submission.reading().mapping();
        Map<String, Indicator> definitions = catalogue.all();
        NumberColumns columns =
                new NumberColumns(style(submission.reading().detected()), mapping.decimalSign() != null);
        Read read = read(submission, definitions, columns, progress);
        if (read.reading.readable() && decide(submission, columns)) {
            // numbers turned out to be written otherwise than the head of the file suggested
            values.forget(submission.id());
            read = read(submission, definitions, columns, progress);
        }
        columns.report(read.findings);
        CheckedFile file = new CheckedFile(
                submission, definitions, read.spaces, read.reading.totals(), read.staging, read.findings);
        boolean usable = check(read, file);
        read.findings.flush();
        store(submission, read, file, usable);
    }

    /** Decides how numbers are written, with the help of columns that are not read where that is needed. */
    private boolean decide(Submission submission, NumberColumns columns) {
        if (columns.wantsOthers()) {
            try {
                tables.read(submission, columns::lookAtOthers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return columns.decide();
    }

    private Read read(
            Submission submission, Map<String, Indicator> definitions, NumberColumns columns, LongConsumer progress) {
        SpaceIndex index = SpaceIndex.load(
                spaces, submission.reading().mapping(), submission.submitter().scope());
        PreviewNotes preview = submission.dryRun() ? new PreviewNotes() : null;
        FileFindings found = new FileFindings(
                findings.writer(submission.id()),
                submission.reading().detected().sheetNames().size() > 1,
                preview);
        Staging staging = values.stage(submission.id(), preview);
        FileReading reading =
                new FileReading(submission.reading().mapping(), definitions, index, columns, found, staging, preview);
        reading.read(visitor -> tables.read(submission, visitor), progress);
        return new Read(reading, index, found, staging, preview);
    }

    /** Looks at the file as a whole; answers whether any value of it can be released. */
    private boolean check(Read read, CheckedFile file) {
        checks.clean(file);
        boolean usable = read.reading.readable() && file.usable() > 0 && !file.rejected();
        if (usable) {
            checks.compare(file);
        } else if (read.reading.readable() && read.findings.errors() == 0) {
            read.findings.error(Place.FILE, "file.no-values", null);
        }
        return usable;
    }

    private void store(Submission submission, Read read, CheckedFile file, boolean usable) {
        StagedValues.Comparison compared = values.compare(submission.id());
        long rejected = read.reading.rejected() + file.takenOut();
        Counts counts = new Counts(
                read.reading.rows(),
                compared.created() + compared.updated() + compared.unchanged() + rejected,
                compared.created(),
                compared.updated(),
                compared.unchanged(),
                rejected,
                read.findings.warnings());
        boolean refused = submission.reading().mapping().wholeOrNothing() && read.findings.errors() > 0;
        boolean accepted = usable && !refused;
        submissions.checked(
                submission.id(),
                accepted ? State.VALIDATED : State.REJECTED,
                counts,
                file.coverage(),
                read.preview == null ? null : read.preview.preview(),
                read.spaces.areas());
        if (!accepted || submission.dryRun()) {
            submissions.deleteStaged(submission.id());
        }
    }

    private static NumberStyle style(Detected detected) {
        return new NumberStyle(detected.decimal().charAt(0), detected.grouping().charAt(0));
    }
}
