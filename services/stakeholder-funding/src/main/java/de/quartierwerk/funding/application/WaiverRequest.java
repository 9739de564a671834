package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A waiver as sent.
 *
 * @param amounts amounts by year; all that is left if absent
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A waiver")
public record WaiverRequest(
        @Size(max = 100) @Schema(defaultValue = "[]", description = "Amounts by year; all that is left if absent")
        List<@NotNull @Valid YearAmount> amounts,

        @NotBlank @Size(max = 2000) @Schema(examples = "Das Vorhaben wurde günstiger.")
        String reason) {

    /** Cleans the text and copies the list. */
    public WaiverRequest {
        amounts = Texts.copy(amounts);
        reason = Texts.strip(reason);
    }
}
