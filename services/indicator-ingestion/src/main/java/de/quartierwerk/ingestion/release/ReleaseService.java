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
import java.util.Map;
import java.util.UUID;

/**
 * Releases approved submissions in two transactions: a long one that writes the values where nobody sees them, and a
 * short one that makes them known. Whatever dies between or within them, nothing is written twice.
 */
@ApplicationScoped
public class ReleaseService {
    private final ReleaseRepository releases;
    private final SubmissionWork submissions;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Control control;
    private final BulkPublisher publisher;
    private final Audit audit;
    private final IngestionConfig config;

    ReleaseService(
            ReleaseRepository releases,
            SubmissionWork submissions,
            Catalogue catalogue,
            Spaces spaces,
            Control control,
            BulkPublisher publisher,
            Audit audit,
            IngestionConfig config) {
        this.releases = releases;
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.control = control;
        this.publisher = publisher;
        this.audit = audit;
        this.config = config;
    }

    /**
     * Writes the values of an approved submission, invisible as yet; does nothing if that was done before.
     *
     * @throws ReleaseRefused if they would give a suppressed number away
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Submission submission) {
        releases.lockWriting();
        if (releases.exists(submission.id())) {
            return;
        }
        long release = releases.insert(UUID.randomUUID(), submission.id(), submission.decidedBy());
        Map<String, Indicator> definitions = catalogue.all();
        SpaceTrees trees = new SpaceTrees(spaces.all(), spaces.ranks());
        Sums sums = new Sums(definitions);
        UUID withdraws = submission.links().withdraws();
        Long withdrawn = withdraws == null ? null : releases.number(withdraws);
        long repeatedSecrets = releases.repeatedSecrets(submission.id());
        ReleaseProgress progress = new ReleaseProgress(submissions, submission.id());
        ReleaseWriting writing = new ReleaseWriting(releases, control, spaces, trees, definitions, sums, release);
        try (writing) {
            writing.delivered(submission.id(), withdrawn, progress);
            Catalogue.affected(definitions, writing.periods().keySet()).forEach(writing::computed);
        }
        new Protection(releases, trees, sums, release).apply(writing.groups());
        releases.cutIntoBatches(release, writing.groups(), config.batchSpaces());
        long updated = writing.updated() + repeatedSecrets;
        long unchanged = progress.written() - writing.created() - updated;
        submissions.compared(submission.id(), writing.created(), updated, unchanged);
    }

    /** Makes all written releases known, one after the other, and has them told to the other services. */
    @Transactional
    public void makeKnown() {
        releases.lockInstant();
        for (ReleaseRepository.Written written : releases.written()) {
            releases.makeKnown(written.number());
            submissions.releasing(written.submission(), written.id());
            publisher.start(ReleaseBatches.KIND, written.id(), written.batches());
            audit.record(
                    "values-released",
                    "releases/" + written.id(),
                    null,
                    Map.of("submission", written.submission(), "batches", written.batches()));
        }
    }
}
