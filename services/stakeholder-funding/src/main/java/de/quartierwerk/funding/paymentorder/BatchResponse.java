package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of orders for the treasury.
 *
 * @param number number of the file
 * @param orders how many orders it holds
 * @param total their sum
 * @param createdBy name of the account
 * @param createdAt instant
 */
@Schema(name = "PaymentBatch", description = "A file of orders for the treasury")
public record BatchResponse(
        @Schema(examples = "7") int number,
        @Schema(examples = "12") int orders,
        Money total,
        @Schema(examples = "funding-officer2") String createdBy,
        Instant createdAt) {}
