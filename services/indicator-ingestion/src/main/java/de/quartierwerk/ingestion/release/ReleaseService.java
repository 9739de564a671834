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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Releases approved submissions in two transactions: a long one that writes the values where nobody sees them, and a
 * short one that makes them known. Whatever dies between or within them, nothing is written twice.
 */
@ApplicationScoped
public class ReleaseService {
    private final ReleaseRepository releases;
    private final ReleaseStatements values;
    private final SuppressionStatements suppression;
    private final BareShareStatements bareShares;
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
            BareShareStatements bareShares,
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
        this.bareShares = bareShares;
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
        boolean moved = submission.links().territory();
        write(submission, moved ? ReleaseWriting.Territory.MOVED : ReleaseWriting.Territory.AS_IT_WAS);
    }

    /**
     * Takes back the sums that do not hold any more since spaces have moved, where the new ones must not be known. That
     * makes no number known.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeBackSums(Submission submission) {
        write(submission, ReleaseWriting.Territory.OUTDATED);
        audit.record("sums-outdated", "submissions/" + submission.id(), null, Map.of("submission", submission.id()));
    }

    /** Bare shares are looked at beside all counts, so that no count may be written meanwhile. */
    private void lock(Submission submission) {
        Map<String, Indicator> definitions = catalogue.all();
        Set<String> codes = values.stagedGroups(submission.id()).stream()
                .map(Group::indicator)
                .collect(Collectors.toSet());
        boolean alone = new BareShares(bareShares, suppression, definitions).concern(codes);
        values.lockWriting(alone, new HangingTogether(definitions).groups(codes));
    }

    private void write(Submission submission, ReleaseWriting.Territory territory) {
        lock(submission);
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
        ReleaseWriting writing = new ReleaseWriting(
                values, control, spaces, trees, definitions, sums, suppression::secret, territory, release);
        try (writing) {
            writing.delivered(submission, withdrawn, progress);
            writing.judgedAgain();
            Catalogue.affected(definitions, writing.periods().keySet()).forEach(writing::computed);
            writing.judgedAgain();
        }
        new BareShares(bareShares, suppression, definitions).suppress(submission.id(), release, writing.groups());
        if (territory != ReleaseWriting.Territory.OUTDATED) {
            Map<Long, Integer> holders = config.insiders() ? suppression.holders() : Map.of();
            new Protection(suppression, trees, sums, holders, release).apply(writing.groups());
        }
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
