package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The grant was revoked (Rücknahme oder Widerruf des Bescheids); what was paid can be claimed back.
 *
 * @param decidedOn day of the notice
 * @param reason why
 * @param legalBasis legal basis
 * @param recoverable what was paid
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The grant was revoked")
public record Revocation(
        LocalDate decidedOn,
        @Schema(examples = "Zweckverfehlung") String reason,
        @Schema(examples = "§ 49 Abs. 3 VwVfG") String legalBasis,
        Money recoverable,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    /** The same with what is paid now: an order may have been cancelled since. */
    Revocation of(Money paid) {
        return new Revocation(decidedOn, reason, legalBasis, paid, by, at);
    }
}
