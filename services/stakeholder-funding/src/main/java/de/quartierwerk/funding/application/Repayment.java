package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        Instant at) {}
