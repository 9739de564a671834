package de.quartierwerk.ingestion.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.ingestion.mapping.Detected;
import de.quartierwerk.kit.web.Progress;
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
        Counts counts,
        Coverage coverage,

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
                s.counts(),
                s.coverage(),
                s.release(),
                s.decidedBy(),
                s.reason(),
                s.times().received(),
                s.times().validated(),
                s.times().decided(),
                s.times().released());
    }
}
