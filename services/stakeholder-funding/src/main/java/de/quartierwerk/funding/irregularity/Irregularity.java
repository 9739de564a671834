package de.quartierwerk.funding.irregularity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something outside of the usual order (Auffälligkeit).
 *
 * @param kind what it is, e.g. a decision that was recorded late
 * @param subject address of what it concerns, below {@code /funding/v1}
 * @param day day that it is about
 * @param reason why, as it was told
 * @param recordedBy name of the account
 * @param recordedAt instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something outside of the usual order")
public record Irregularity(
        @Schema(examples = "decision.late") String kind,

        @Schema(examples = "applications/00000000-0000-4000-8000-000000000000")
        String subject,

        @Nullable LocalDate day,

        @Schema(examples = "Niederschrift lag erst jetzt vor") @Nullable
        String reason,

        @Schema(examples = "clerk") @Nullable String recordedBy,
        @Nullable Instant recordedAt) {}
