package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.space.SpaceTrees;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Releases approved submissions in two transactions: a long one that writes the values where nobody sees them, and a
 * short one that makes them known. Whatever dies between or within them, nothing is written twice.
 */
@ApplicationScoped
public class ReleaseService {
    private final ReleaseRepository releases;
    private final ReleaseStatements values;
    private final SuppressionStatements suppression;
    private final BatchStatements batches;
    private final SubmissionWork submissions;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Control control;
    private final BulkPublisher publisher;
    private final Audit audit;
    private final IngestionConfig config;
    private final Clock clock;

    ReleaseService(
            ReleaseRepository releases,
            ReleaseStatements values,
            SuppressionStatements suppression,
            BatchStatements batches,
            SubmissionWork submissions,
            Catalogue catalogue,
            Spaces spaces,
            Control control,
            BulkPublisher publisher,
            Audit audit,
            IngestionConfig config,
            Clock clock) {
        this.releases = releases;
        this.values = values;
        this.suppression = suppression;
        this.batches = batches;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.control = control;
        this.publisher = publisher;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Writes the values of an approved submission, invisible as yet; does nothing if that was done before.
     *
     * @throws ReleaseRefused if they would give a suppressed number away
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Submission submission) {
        values.lockWriting();
        if (releases.isWritten(submission.id())) {
            return;
        }
        String by = Objects.requireNonNull(submission.decision()).by();
        long release = releases.begin(submission.id(), by, clock.instant());
        Map<String, Indicator> definitions = catalogue.all();
        SpaceTrees trees = spaces.trees();
        Sums sums = new Sums(definitions);
        UUID withdraws = submission.links().withdraws();
        Long withdrawn = withdraws == null ? null : releases.numberOf(withdraws);
        long repeatedSecrets = values.repeatedSecrets(submission.id());
        ReleaseProgress progress = new ReleaseProgress(submissions, submission.id());
        ReleaseWriting writing = new ReleaseWriting(values, control, spaces, trees, definitions, sums, release);
        try (writing) {
            writing.delivered(submission, withdrawn, progress);
            Catalogue.affected(definitions, writing.periods().keySet()).forEach(writing::computed);
        }
        new Protection(suppression, trees, sums, release).apply(writing.groups());
        releases.setBatches(release, batches.cut(release, writing.groups(), config.batchSpaces()));
        long updated = writing.updated() + repeatedSecrets;
        long unchanged = progress.written() - writing.created() - updated;
        submissions.compared(submission.id(), writing.created(), updated, unchanged);
    }

    /** Makes all written releases known, one after the other, and has them published to the other services. */
    @Transactional
    public void makeKnown() {
        values.lockInstant();
        for (ReleaseEntity written : releases.written()) {
            values.makeKnown(written.number);
            submissions.releasing(written.submission, written.id);
            publisher.start(ReleaseBatches.KIND, written.id, written.batches);
            audit.record(
                    "values-released",
                    "releases/" + written.id,
                    null,
                    Map.of("submission", written.submission, "batches", written.batches));
        }
    }
}
