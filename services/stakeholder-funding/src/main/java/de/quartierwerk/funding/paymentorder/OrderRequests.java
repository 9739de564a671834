package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of an order. */
final class OrderRequests {

    private OrderRequests() {}

    /**
     * The treasury has paid.
     *
     * @param paidOn day of the payment
     * @param reference the treasury's reference
     */
    @Schema(name = "OrderConfirmation", description = "The treasury has paid")
    record Confirmation(
            @NotNull @Schema(examples = "2024-07-15") LocalDate paidOn,

            @NotBlank @Size(max = 140) @Schema(examples = "K 2024/811")
            String reference) {

        Confirmation {
            reference = Texts.strip(reference);
        }
    }

    /**
     * An order is not paid.
     *
     * @param reason why
     */
    @Schema(name = "OrderCancellation", description = "An order is not paid")
    record Cancellation(
            @NotBlank @Size(max = 1000) @Schema(examples = "Konto erloschen")
            String reason) {

        Cancellation {
            reason = Texts.strip(reason);
        }
    }
}
