package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment as sent.
 *
 * @param year budget year
 * @param amount amount
 * @param call what the recipient called it with
 */
@Schema(description = "A payment")
public record PaymentRequest(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Valid Money amount,

        @Size(max = 200) @Schema(examples = "Mittelabruf 1/2024") @Nullable
        String call) {

    /** Cleans the text. */
    public PaymentRequest {
        call = Texts.clean(call);
    }
}
