package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a change of a line's year is reversed (Storno).
 *
 * @param reason why
 */
@Schema(name = "AuthorisationReversalRequest", description = "Why a change of a line's year is reversed")
public record ReversalRequest(
        @NotBlank @Size(max = 1000) @Schema(examples = "Falsches Jahr")
        String reason) {

    /** Cleans the text. */
    public ReversalRequest {
        reason = Texts.strip(reason);
    }
}
