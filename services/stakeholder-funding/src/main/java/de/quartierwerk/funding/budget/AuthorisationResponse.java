package de.quartierwerk.funding.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a line's year (Bewilligung) as the API answers it; it counts from its confirmation on.
 *
 * @param id id
 * @param line code of the line
 * @param year budget year
 * @param kind how it changes the year
 * @param amount by how much
 * @param from line that gives the money
 * @param paperNumber number of the council paper
 * @param body code of the body that decided
 * @param decidedOn day of the decision
 * @param reason why
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param confirmedBy who confirmed it
 * @param confirmedAt when
 * @param reversalReason why it shall be reversed
 * @param reversalProposedBy who proposed to reverse it
 * @param reversedBy who confirmed that it is reversed
 * @param reversedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BudgetAuthorisation", description = "A change of a line's year; it counts when it is confirmed")
public record AuthorisationResponse(
        UUID id,
        @Schema(examples = "wohlfahrt") String line,
        @Schema(examples = "2024") int year,
        AuthorisationKind kind,
        Money amount,
        @Schema(examples = "jugend") @Nullable String from,
        @Schema(examples = "2024/0123") String paperNumber,
        @Schema(examples = "council") String body,
        LocalDate decidedOn,

        @Schema(examples = "Mehrbedarf nach dem Sozialbericht")
        String reason,

        @Schema(examples = "funding-officer") String proposedBy,
        Instant proposedAt,
        @Schema(examples = "clerk") @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Schema(examples = "Falsches Jahr") @Nullable String reversalReason,

        @Schema(examples = "funding-officer") @Nullable String reversalProposedBy,

        @Schema(examples = "clerk") @Nullable String reversedBy,
        @Nullable Instant reversedAt) {}
