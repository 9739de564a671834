package de.quartierwerk.classification.run.start;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param scheme scheme code; needed unless a run is repeated
 * @param version version of the scheme; null for the latest
 * @param period period whose values are classified; needed unless a run is repeated
 * @param area space whose subtree is classified; null for the whole installation
 * @param asOf which spaces were valid; null for the end of the period
 * @param recordedAt what was known; null for now
 * @param repeatOf run to repeat with the same inputs
 * @param exclusions spaces left out, each with a reason
 */
@Schema(name = "RunRequest", description = "Asks for a run")
public record RunRequest(
        @Schema(description = "Code of the scheme; needed unless a run is repeated", examples = "mss") @Nullable
        String scheme,

        @Schema(description = "Version of the scheme; the latest by default", examples = "1") @Nullable
        Integer version,

        @Schema(description = "Period whose values are classified; needed unless a run is repeated", examples = "2013")
        @Nullable
        String period,

        @Schema(
                description = "Space whose subtree is classified; the whole installation by default",
                examples = "99001")
        @Nullable
        String area,

        @Schema(
                description =
                        "Which spaces were valid; by default the end of the period, or today where the level had none then",
                examples = "2013-12-31")
        @Nullable
        LocalDate asOf,

        @Schema(description = "What the platform knew at an instant; now by default", examples = "2026-11-22T10:15:30Z")
        @Nullable
        Instant recordedAt,

        @Schema(
                description = "Run to be repeated with the same inputs",
                examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        @Nullable
        UUID repeatOf,

        @Schema(description = "Spaces left out", defaultValue = "[]")
        List<Exclusion> exclusions) {
    public RunRequest {
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
