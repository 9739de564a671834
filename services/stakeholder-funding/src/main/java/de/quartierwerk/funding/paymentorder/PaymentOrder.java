package de.quartierwerk.funding.paymentorder;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.bankdetails.BankAccount;
import de.quartierwerk.funding.budget.LineShare;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order to the treasury (Auszahlungsanordnung).
 *
 * @param id id of the payment
 * @param application id of the application
 * @param recipient key of the actor who gets the money
 * @param call what the recipient called it with
 * @param year budget year
 * @param amount amount
 * @param dueOn day on which it is due; at once without
 * @param account where to pay it; none where the actor's account was not confirmed
 * @param parts what each budget line gives
 * @param state how far it is
 * @param orderedBy who ordered it
 * @param orderedAt when
 * @param batch number of the file in which the treasury got it
 * @param paidOn day of the payment
 * @param reference the treasury's reference
 * @param reason why it was cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An order to the treasury")
public record PaymentOrder(
        UUID id,
        UUID application,
        @Schema(examples = "verband-a") String recipient,
        @Schema(examples = "Mittelabruf 1") @Nullable String call,
        @Schema(examples = "2024") int year,
        Money amount,
        @Nullable LocalDate dueOn,
        @Nullable BankAccount account,
        List<LineShare> parts,
        OrderState state,
        @Schema(examples = "funding-officer2") String orderedBy,
        Instant orderedAt,
        @Schema(examples = "7") @Nullable Integer batch,
        @Nullable LocalDate paidOn,
        @Schema(examples = "K 2024/811") @Nullable String reference,
        @Schema(examples = "Konto erloschen") @Nullable String reason) {

    /** Copies the list. */
    public PaymentOrder {
        parts = List.copyOf(parts);
    }
}
