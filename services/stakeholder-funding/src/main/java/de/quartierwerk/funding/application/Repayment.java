package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid back on a claim (Rückzahlung). It pays the claim first, then the interest.
 *
 * @param id id
 * @param paidOn day on which it came
 * @param amount amount
 * @param interest interest that had grown since the repayment before
 * @param outstanding what is left of claim and interest
 * @param by name of the account
 * @param at instant of the entry
 * @param waiver why it need not be paid; null where money came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Money that was paid back on a claim")
public record Repayment(
        UUID id,
        LocalDate paidOn,
        Money amount,
        Money interest,
        Money outstanding,
        @Schema(examples = "funding-officer") String by,
        Instant at,
        @Nullable Waived waiver) {

    /**
     * That it was given up (Erlass).
     *
     * @param reason why
     * @param legalBasis legal basis
     */
    @Schema(name = "ClaimWaiver", description = "That a part of a claim was given up")
    public record Waived(
            @Schema(examples = "Einziehung wäre unbillig") String reason,
            @Schema(examples = "§ 26 KomHVO NRW") String legalBasis) {}

    /** The same amount, given up instead of paid. */
    Repayment waived(String reason, String legalBasis) {
        return new Repayment(id, paidOn, amount, interest, outstanding, by, at, new Waived(reason, legalBasis));
    }
}
