package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The applicant took the application back (Rücknahme des Antrags).
 *
 * @param reason why
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApplicationWithdrawal", description = "The applicant took the application back")
public record Withdrawal(
        @Schema(examples = "Das Vorhaben entfällt.") @Nullable
        String reason,

        @Schema(examples = "supplier") String by,
        Instant at) {}
