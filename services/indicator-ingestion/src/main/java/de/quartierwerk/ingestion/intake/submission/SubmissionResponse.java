package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.kit.web.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A submission as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SubmissionResponse", description = "A delivered file and what became of it")
public record SubmissionResponse(
        @Schema(examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID id,

        State state,

        @Schema(description = "Whether it leaves no value behind", examples = "false")
        boolean dryRun,

        @JsonUnwrapped Delivery delivery,
        Detected detected,

        @Schema(
                description = "Rows checked; from the approval on, values written plus values published to the other"
                        + " services, of twice the delivered values")
        Progress progress,

        @Nullable Estimate estimate,
        @JsonUnwrapped Checked checked,
        @JsonUnwrapped Links links,
        @JsonUnwrapped Decision decision,
        @JsonUnwrapped Times times) {

    /** What was delivered, and by whom. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Delivery(
            @Schema(examples = "mss_2013.csv") String fileName,

            @Schema(description = "Bytes as delivered", examples = "61234")
            long fileSize,

            @Schema(
                    description = "SHA-256 of the file as delivered",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String fileSha256,

            @Schema(description = "Stored mapping that was used", examples = "statistics-office") @Nullable
            String profile,

            @Schema(examples = "1") @Nullable Long profileVersion,

            @Schema(description = "Who delivered it", examples = "supplier")
            String submitter,

            @Schema(description = "For whom", examples = "verband-a") @Nullable
            String organisation) {

        static Delivery of(Submission submission) {
            Submission.DeliveredFile file = submission.file();
            Submission.ProfileVersion profile = submission.reading().profile();
            return new Delivery(
                    file.name(),
                    file.size(),
                    file.sha256(),
                    profile == null ? null : profile.code(),
                    profile == null ? null : profile.version(),
                    submission.submitter().name(),
                    submission.submitter().organisation());
        }
    }

    /** What the check found; everything is absent before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Checked(
            @Nullable Counts counts,

            @Schema(description = "Warnings that nobody has answered", examples = "0") @Nullable
            Long openWarnings,

            @Schema(description = "How often what was found, errors first") @Nullable
            List<FindingCount> findingCounts,

            @Nullable Coverage coverage,

            @Schema(
                    description = "How the file was understood; of a dry run that is read by itself, and for those who"
                            + " may see its values")
            @Nullable
            Preview preview) {
        private static final Checked NOT_YET = new Checked(null, null, null, null, null);

        static Checked of(Submission submission, boolean withPreview) {
            Submission.Result result = submission.result();
            return result == null
                    ? NOT_YET
                    : new Checked(
                            result.counts(),
                            submission.openWarnings(),
                            result.found(),
                            result.coverage(),
                            withPreview ? result.preview() : null);
        }
    }

    /** The submissions and the release that it belongs to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(
            @Schema(
                    description = "The submission that this one corrects",
                    examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
            @Nullable
            UUID corrects,

            @Schema(
                    description = "The released submission that this one takes back",
                    examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
            @Nullable
            UUID withdraws,

            @Schema(
                    description = "The submission that has corrected this one or taken it back",
                    examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
            @Nullable
            UUID followedBy,

            @Schema(description = "Id of the release, once its values are known") @Nullable
            UUID releaseId) {

        static Links of(Submission.Links links) {
            return new Links(links.corrects(), links.withdraws(), links.followedBy(), links.release());
        }
    }

    /** What a second person decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(
            @Schema(description = "Who approved or refused it", examples = "steward2") @Nullable
            String decidedBy,

            @Schema(
                    description = "Why it was refused: the steward's words, or what the service found, in the language"
                            + " of Accept-Language",
                    examples = "Die Werte gehören zum Vorjahr.")
            @Nullable
            String reason,

            @Schema(
                    description = "Stable code of what the service found; absent where a steward refused",
                    examples = "release.refused")
            @Nullable
            String reasonCode,

            @Nullable Instant decidedAt) {}

    /** When what happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Times(
            Instant receivedAt,
            @Nullable Instant validatedAt,
            @Nullable Instant releasedAt) {
        static Times of(Submission.Times times) {
            return new Times(times.received(), times.validated(), times.released());
        }
    }

    /**
     * What is to be expected of a check or a release under way.
     *
     * @param rows rows that the file may have; null for a release
     * @param secondsLeft how long the check or the release may still take
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SubmissionEstimate", description = "What is to be expected of a check or a release under way")
    public record Estimate(
            @Schema(description = "Rows that the file may have; absent during a release", examples = "1000000")
            @Nullable
            Long rows,

            @Schema(description = "Seconds that the check or the release may still take", examples = "12")
            long secondsLeft) {

        /** Supposes that the rest takes as long per unit as what is done; null while too little is known. */
        static @Nullable Estimate of(State state, Progress progress, Submission.Work work, Instant now) {
            boolean checking = state == State.VALIDATING;
            Long expected = checking ? work.expectedRows() : progress.total();
            Instant since = checking ? work.checkingSince() : work.releasingSince();
            if (!(checking || state == State.RELEASING) || progress.done() == 0 || expected == null || since == null) {
                return null;
            }
            long elapsed = Math.max(0, Duration.between(since, now).toMillis());
            long left = Math.max(0, expected - progress.done());
            long seconds = Math.round(elapsed * (double) left / progress.done() / 1000);
            return new Estimate(checking ? expected : null, seconds);
        }
    }

    /** Whether nothing follows any more. */
    boolean ended() {
        return state.last() || (dryRun && state == State.VALIDATED);
    }
}
