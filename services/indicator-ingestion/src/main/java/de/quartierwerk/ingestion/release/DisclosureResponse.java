package de.quartierwerk.ingestion.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.disclosure.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a release suppresses, why, and how well that protects (Bericht zur Geheimhaltung); for stewards. */
@Schema(name = "DisclosureResponse", description = "What a release suppresses, why, and how well that protects")
public record DisclosureResponse(
        UUID releaseId,

        @Schema(description = "From when on its values are known", examples = "2026-11-22T10:20:00Z")
        Instant recordedAt,

        @Schema(
                description = "How many values are suppressed, by reason",
                examples = "{\"SMALL_COUNT\":3,\"DERIVABLE\":2}")
        Map<Reason, Long> reasons,

        @Schema(description = "How many values are suppressed for their own sake", examples = "3")
        long primary,

        @Schema(description = "How many values are suppressed for the sake of others", examples = "2")
        long secondary,

        @Schema(description = "Sum of the counts that are suppressed for the sake of others", examples = "51")
        BigDecimal loss,

        Search search,

        @Schema(description = "The suppressed values in the caller's areas, in the order of their keys; at most 10,000")
        List<Suppressed> cells) {
    /** Copies list and map. */
    public DisclosureResponse {
        reasons = Map.copyOf(reasons);
        cells = List.copyOf(cells);
    }

    /**
     * How near the fewest numbers the search came.
     *
     * @param chosen numbers that were suppressed for the sake of others
     * @param atLeast how many it takes in any case
     * @param gap how many of those chosen may be too many
     */
    @Schema(name = "DisclosureSearch", description = "How near the search came to the fewest numbers")
    public record Search(
            @Schema(examples = "2") int chosen,
            @Schema(examples = "2") int atLeast,
            @Schema(examples = "0") int gap) {}

    /** Of which kind a suppression is. */
    public enum Step {
        /** For its own sake. */
        @JsonProperty("primary")
        PRIMARY,
        /** For the sake of others. */
        @JsonProperty("secondary")
        SECONDARY
    }

    /**
     * A suppressed value.
     *
     * @param step for whose sake
     * @param reason why
     * @param value what the public does not see
     * @param width in how wide an interval the public can tell a small count to lie; null where it is none
     * @param publicIn the smallest larger space for which the public sees the figure
     * @param leastChange the least change that would make it publishable
     */
    @Schema(name = "SuppressedValue", description = "A suppressed value")
    public record Suppressed(
            @Schema(examples = "unemployed") String indicator,
            @Schema(examples = "2023") String period,
            @Schema(examples = "99001001-01") String space,
            Step step,
            Reason reason,
            @Schema(examples = "2") @Nullable BigDecimal value,

            @Schema(description = "In how wide an interval the public can tell a small count to lie", examples = "7")
            @Nullable
            Double width,

            @Schema(
                    description = "The smallest larger space for which the public sees the figure",
                    examples = "99001001")
            @Nullable
            String publicIn,

            @Schema(
                    description = "The least change that would make it publishable, in the language of Accept-Language",
                    examples = "Zu veröffentlichen ist die Zahl für „99001001“.")
            String leastChange) {}
}
