package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;

/** Notes how many delivered values are written, now and then, while the transaction that writes them is under way. */
final class ReleaseProgress {
    private static final int VALUES_BETWEEN = 20_000;

    private final SubmissionWork submissions;
    private final UUID submission;
    private long written;
    private long noted;

    /** Begins to count. */
    ReleaseProgress(SubmissionWork submissions, UUID submission) {
        this.submissions = submissions;
        this.submission = submission;
        QuarkusTransaction.requiringNew().run(() -> submissions.writing(submission));
    }

    /** Counts more values, be they new or known before. */
    void written(long more) {
        written += more;
        if (written - noted >= VALUES_BETWEEN) {
            allWritten();
        }
    }

    /** Notes all that were counted. */
    void allWritten() {
        noted = written;
        QuarkusTransaction.requiringNew().run(() -> submissions.progress(submission, written, null));
    }

    long written() {
        return written;
    }
}
