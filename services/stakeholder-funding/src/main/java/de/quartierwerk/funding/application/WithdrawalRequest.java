package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal as sent.
 *
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApplicationWithdrawalRequest", description = "A withdrawal")
public record WithdrawalRequest(
        @Size(max = 2000) @Schema(examples = "Das Vorhaben entfällt.") @Nullable
        String reason) {

    /** Cleans the text. */
    public WithdrawalRequest {
        reason = Texts.clean(reason);
    }
}
