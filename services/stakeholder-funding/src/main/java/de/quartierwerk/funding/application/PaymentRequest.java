package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment as sent.
 *
 * @param year budget year
 * @param amount amount
 * @param call what the recipient called it with
 * @param dueOn day on which it is due
 * @param repeats payment of the same amount and call that this one repeats on purpose
 */
@Schema(description = "A payment")
public record PaymentRequest(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Valid Money amount,

        @Size(max = 200) @Schema(examples = "Mittelabruf 1/2024") @Nullable
        String call,

        @Schema(examples = "2024-07-15", description = "Within the budget year; at once where it is left out") @Nullable
        LocalDate dueOn,

        @Schema(description = "The payment of the same amount and call that this one repeats on purpose") @Nullable
        UUID repeats) {

    /** Cleans the text. */
    public PaymentRequest {
        call = Texts.clean(call);
    }
}
