package de.quartierwerk.classification.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for a run.
 *
 * @param scheme scheme code
 * @param version version of the scheme, null for the latest
 * @param period period whose values are classified
 * @param area space whose subtree is classified, null for the whole installation
 * @param asOf which spaces were valid, null for today
 * @param recordedAt what was known, null for now
 * @param repeatOf run to be repeated with the same inputs; the other fields may then be left out
 * @param exclusions spaces left out, each with a reason
 */
@Schema(name = "RunRequest", description = "Asks for a run")
public record RunBody(
        @Schema(description = "Code of the scheme; needed unless a run is repeated", nullable = true, examples = "mss")
        String scheme,

        @Schema(description = "Version of the scheme; the latest by default", nullable = true, examples = "1")
        Integer version,

        @Schema(
                description = "Period whose values are classified; needed unless a run is repeated",
                nullable = true,
                examples = "2013")
        String period,

        @Schema(
                description = "Space whose subtree is classified; the whole installation by default",
                nullable = true,
                examples = "99001")
        String area,

        @Schema(description = "Which spaces were valid; today by default", nullable = true, examples = "2013-12-31")
        LocalDate asOf,

        @Schema(
                description = "What the platform knew at an instant; now by default",
                nullable = true,
                examples = "2026-11-22T10:15:30Z")
        Instant recordedAt,

        @Schema(
                description = "Run to be repeated with the same inputs",
                nullable = true,
                examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID repeatOf,

        @Schema(description = "Spaces left out") List<Exclusion> exclusions) {
    public RunBody {
        exclusions = exclusions == null ? List.of() : exclusions;
    }

    /**
     * A space left out of a run.
     *
     * @param space space key
     * @param reason why
     */
    @Schema(name = "RunExclusion", description = "A space left out of a run, with the reason")
    public record Exclusion(
            @Schema(description = "Space key", examples = "01011102")
            String space,

            @Schema(description = "Why it is left out", examples = "fewer than 300 inhabitants")
            String reason) {}
}
