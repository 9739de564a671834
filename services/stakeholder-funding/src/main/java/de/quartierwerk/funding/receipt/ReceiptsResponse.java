package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.attachment.AttachmentResponse;
import de.quartierwerk.funding.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A list of receipts that is right (Belegliste).
 *
 * @param attachment the file as it is kept
 * @param receipts how many receipts it has
 * @param total sum of all
 * @param items sums by items of the cost plan, as a proof of use has them
 */
@Schema(name = "Receipts", description = "A list of receipts that is right")
public record ReceiptsResponse(
        AttachmentResponse attachment,
        @Schema(examples = "42") int receipts,
        Money total,
        List<CostItem> items) {

    /** Copies the list. */
    public ReceiptsResponse {
        items = List.copyOf(items);
    }
}
