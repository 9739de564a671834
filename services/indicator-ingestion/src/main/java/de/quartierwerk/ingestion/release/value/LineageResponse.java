package de.quartierwerk.ingestion.release.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.disclosure.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from (Herkunft eines Werts).
 *
 * @param madeOf the revisions from which it was computed or summed up; empty for a delivered value
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LineageResponse", description = "Where a revision of a value comes from")
public record LineageResponse(
        @Schema(examples = "01011101") String space,
        @Schema(examples = "unemployed") String indicator,
        @Schema(examples = "2013") String period,
        @Schema(examples = "1") int revision,
        @Schema(nullable = true, examples = "187") @Nullable BigDecimal value,

        @Schema(
                enumeration = {"normal", "estimated", "unreliable", "missing", "suppressed"},
                examples = "normal")
        String status,

        @Schema(
                description = "Status that the public sees",
                enumeration = {"normal", "estimated", "unreliable", "missing", "suppressed"},
                examples = "suppressed")
        String publicStatus,

        @Schema(description = "Why the public does not see it", examples = "SMALL_COUNT") @Nullable
        Reason suppression,

        @Schema(
                enumeration = {"delivered", "computed", "rolled-up"},
                examples = "delivered")
        String origin,

        Release release,
        Delivery delivery,
        @Nullable Place place,
        List<Source> madeOf) {

    /** Copies the list. */
    public LineageResponse {
        madeOf = List.copyOf(madeOf);
    }

    /** The same with the revisions it was made of. */
    LineageResponse madeOf(List<Source> sources) {
        return new LineageResponse(
                space,
                indicator,
                period,
                revision,
                value,
                status,
                publicStatus,
                suppression,
                origin,
                release,
                delivery,
                place,
                sources);
    }

    /** The release that made the revision known. */
    @Schema(name = "LineageRelease", description = "The release that made the revision known")
    public record Release(
            UUID id,
            Instant recordedAt,
            @Schema(examples = "steward2") String releasedBy) {}

    /** The submission with its file, whose bytes are kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LineageDelivery", description = "The submission whose release it was, and its file")
    public record Delivery(
            UUID submission,
            @Schema(examples = "supplier") String submitter,
            @Schema(examples = "verband-a") @Nullable String organisation,
            Instant receivedAt,
            @Schema(examples = "mss_2013.csv") String fileName,
            @Schema(examples = "61234") long fileSize,

            @Schema(
                    description = "SHA-256 of the file as delivered",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String fileSha256,

            @Schema(description = "Stored mapping that was used", examples = "statistics-office") @Nullable
            String profile,

            @Schema(examples = "1") @Nullable Long profileVersion) {}

    /** The cell of the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LineagePlace", description = "The cell of the file; absent for a value that was not delivered")
    public record Place(
            @Schema(description = "Row of the file, from 1", examples = "17")
            long row,

            @Schema(description = "Column of the file, from 1", examples = "3") @Nullable
            Integer column,

            @Schema(examples = "s1") @Nullable String columnName) {}

    /** A revision from which the value was made. */
    @Schema(name = "LineageSource", description = "A revision from which the value was made")
    public record Source(
            @Schema(examples = "unemployed") String indicator,
            @Schema(examples = "01011101") String space,
            @Schema(examples = "2013") String period,
            @Schema(examples = "1") int revision) {}
}
