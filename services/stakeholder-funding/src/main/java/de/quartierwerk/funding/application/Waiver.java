package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The recipient does without a part of the grant, or all that is left (Verzicht).
 *
 * @param amounts amounts by year that are free again
 * @param total their sum
 * @param reason why
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The recipient does without a part of the grant")
public record Waiver(
        List<YearAmount> amounts,
        Money total,
        @Schema(examples = "Das Vorhaben wurde günstiger.") String reason,
        @Schema(examples = "supplier") String by,
        Instant at) {

    /** Copies the list. */
    public Waiver {
        amounts = Texts.copy(amounts);
    }
}
