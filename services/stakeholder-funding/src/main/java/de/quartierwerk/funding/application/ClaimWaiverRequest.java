package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a part of a claim is given up, as sent (Erlass).
 *
 * @param amount how much
 * @param decidedOn day of the decision
 * @param reason why
 * @param legalBasis legal basis
 */
@Schema(description = "That a part of a claim is given up")
public record ClaimWaiverRequest(
        @NotNull @Valid Money amount,
        @NotNull @Schema(examples = "2025-09-01") LocalDate decidedOn,

        @NotBlank @Size(max = 2000) @Schema(examples = "Einziehung wäre unbillig")
        String reason,

        @NotBlank @Size(max = 500) @Schema(examples = "§ 26 KomHVO NRW")
        String legalBasis) {

    /** Cleans the texts. */
    public ClaimWaiverRequest {
        reason = Texts.strip(reason);
        legalBasis = Texts.strip(legalBasis);
    }
}
