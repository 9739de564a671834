package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review as sent.
 *
 * @param eligible amount of the paid grant that was used as agreed
 * @param note findings
 * @param reason why more is eligible than was computed
 */
@Schema(description = "A review of a proof of use")
public record ReviewRequest(
        @NotNull @Valid @Schema(description = "Amount of the paid grant that was used as agreed")
        Money eligible,

        @NotBlank @Size(max = 4000) @Schema(examples = "Nachweis vollständig, Minderausgaben beim Personal")
        String note,

        @Size(max = 2000)
        @Schema(
                description = "Why more is eligible than was computed; another person must send the same",
                examples = "Unabweisbare Mehrkosten")
        @Nullable
        String reason) {

    /** Cleans the text. */
    public ReviewRequest {
        note = Texts.strip(note);
        reason = Texts.clean(reason);
    }
}
