package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A repayment as sent.
 *
 * @param paidOn day on which the money came
 * @param amount amount
 */
@Schema(description = "Money that was paid back on a claim")
public record RepaymentRequest(
        @NotNull @Schema(examples = "2022-06-30") LocalDate paidOn,
        @NotNull @Valid Money amount) {}
