package de.quartierwerk.ingestion.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.ingestion.mapping.Detected;
import de.quartierwerk.kit.web.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A submission as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Submission", description = "A delivered file and what became of it")
public record SubmissionView(
        @Schema(examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID id,

        State state,

        @Schema(description = "Whether it leaves no value behind", examples = "false")
        boolean dryRun,

        @Schema(examples = "mss_2013.csv") String fileName,

        @Schema(description = "Bytes as delivered", examples = "61234")
        long fileSize,

        @Schema(
                description = "SHA-256 of the file as delivered",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String fileSha256,

        @Schema(description = "Stored mapping that was used", examples = "statistics-office")
        String profile,

        @Schema(examples = "1") Long profileVersion,

        @Schema(description = "Who delivered it", examples = "supplier")
        String submitter,

        @Schema(description = "For whom", examples = "verband-a")
        String organisation,

        Detected detected,
        Progress progress,
        Estimate estimate,
        Counts counts,

        @Schema(description = "Warnings that nobody has answered", examples = "0")
        Long openWarnings,

        Coverage coverage,

        @Schema(
                description = "The submission that this one corrects",
                examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID corrects,

        @Schema(
                description = "The released submission that this one takes back",
                examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID withdraws,

        @Schema(
                description = "The submission that has corrected this one or taken it back",
                examples = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
        UUID followedBy,

        @Schema(description = "Id of the release, once its values are known")
        UUID releaseId,

        @Schema(description = "Who approved or refused it", examples = "steward2")
        String decidedBy,

        @Schema(description = "Why it was refused", examples = "Die Werte gehören zum Vorjahr.")
        String reason,

        Instant receivedAt,
        Instant validatedAt,
        Instant decidedAt,
        Instant releasedAt) {

    /**
     * What is to be expected of a check under way.
     *
     * @param rows rows that the file may have
     * @param secondsLeft how long the check may still take
     */
    @Schema(name = "SubmissionEstimate", description = "What is to be expected of a check under way")
    public record Estimate(
            @Schema(description = "Rows that the file may have", examples = "1000000")
            long rows,

            @Schema(description = "Seconds that the check may still take", examples = "12")
            long secondsLeft) {

        /** Supposes that the rest takes as long per row as what is done; null while too little is known. */
        static Estimate of(State state, long done, Submission.Check check, Instant now) {
            if (state != State.VALIDATING || done == 0 || check.expectedRows() == null || check.since() == null) {
                return null;
            }
            long elapsed = Math.max(0, Duration.between(check.since(), now).toMillis());
            long left = Math.max(0, check.expectedRows() - done);
            return new Estimate(check.expectedRows(), Math.round(elapsed * (double) left / done / 1000));
        }
    }

    static SubmissionView of(Submission s) {
        return new SubmissionView(
                s.id(),
                s.state(),
                s.dryRun(),
                s.fileName(),
                s.fileSize(),
                s.fileSha256(),
                s.profile(),
                s.profileVersion(),
                s.submitter(),
                s.organisation(),
                s.detected(),
                new Progress(s.done(), s.total()),
                Estimate.of(s.state(), s.done(), s.check(), Instant.now()),
                s.counts(),
                s.counts() == null ? null : s.openWarnings(),
                s.coverage(),
                s.links().corrects(),
                s.links().withdraws(),
                s.links().followedBy(),
                s.release(),
                s.decidedBy(),
                s.reason(),
                s.times().received(),
                s.times().validated(),
                s.times().decided(),
                s.times().released());
    }
}
