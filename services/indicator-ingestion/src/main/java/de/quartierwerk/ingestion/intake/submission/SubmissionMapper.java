package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows submissions to callers, with texts in their language. */
@ApplicationScoped
class SubmissionMapper {
    private final BulkPublisher publisher;
    private final Messages messages;
    private final Clock clock;

    SubmissionMapper(BulkPublisher publisher, Messages messages, Clock clock) {
        this.publisher = publisher;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param withPreview whether the reader may see its values */
    SubmissionResponse response(Submission submission, Locale locale, boolean withPreview) {
        return responses(List.of(submission), locale, withPreview).get(0);
    }

    /** Shows several submissions; the progress of all their releases is read at once. */
    List<SubmissionResponse> responses(List<Submission> submissions, Locale locale) {
        return responses(submissions, locale, false);
    }

    private List<SubmissionResponse> responses(List<Submission> submissions, Locale locale, boolean withPreview) {
        List<UUID> releases = submissions.stream()
                .filter(submission -> submission.state() == State.RELEASING)
                .map(submission -> submission.links().release())
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Progress> published = releases.isEmpty() ? Map.of() : publisher.progress(releases);
        return submissions.stream()
                .map(submission -> response(submission, progress(submission, published), locale, withPreview))
                .toList();
    }

    private SubmissionResponse response(Submission submission, Progress progress, Locale locale, boolean withPreview) {
        return new SubmissionResponse(
                submission.id(),
                submission.state(),
                submission.dryRun(),
                SubmissionResponse.Delivery.of(submission),
                submission.reading().detected(),
                progress,
                SubmissionResponse.Estimate.of(submission.state(), progress, submission.work(), clock.instant()),
                SubmissionResponse.Checked.of(submission, withPreview),
                SubmissionResponse.Links.of(submission.links()),
                decision(submission.decision(), locale),
                SubmissionResponse.Times.of(submission.times()));
    }

    /** While values are published, each batch that the broker has acknowledged counts for its part of them. */
    private static Progress progress(Submission submission, Map<UUID, Progress> published) {
        long done = submission.work().done();
        Long total = submission.work().total();
        UUID release = submission.links().release();
        Progress batches = release == null ? null : published.get(release);
        if (total == null || batches == null || batches.done() == 0 || batches.total() == null) {
            return new Progress(done, total);
        }
        return new Progress(done + total / 2 * batches.done() / batches.total(), total);
    }

    private SubmissionResponse.Decision decision(Submission.@Nullable Decision decision, Locale locale) {
        if (decision == null) {
            return new SubmissionResponse.Decision(null, null, null, null);
        }
        Submission.Reason reason = decision.reason();
        String text = null;
        String code = null;
        if (reason instanceof Submission.Reason.Stated stated) {
            text = stated.text();
        } else if (reason instanceof Submission.Reason.Found found) {
            text = messages.text(locale, found.code(), found.arguments().toArray());
            code = found.code();
        }
        return new SubmissionResponse.Decision(decision.by(), text, code, decision.at());
    }
}
