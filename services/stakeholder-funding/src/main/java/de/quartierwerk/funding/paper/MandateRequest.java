package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a decision charges somebody with, as sent (Auftrag).
 *
 * @param text what is to be done
 * @param responsible who is to do it
 * @param due last day for it
 */
@Schema(description = "What a decision charges somebody with")
public record MandateRequest(
        @NotBlank @Size(max = 2000) @Schema(examples = "Zweckgebundene Vereinbarung abschließen")
        String text,

        @NotBlank @Size(max = 200) @Schema(examples = "Sozialplanung")
        String responsible,

        @NotNull @Schema(examples = "2021-09-30") LocalDate due) {

    /** Cleans the texts. */
    public MandateRequest {
        text = Texts.strip(text);
        responsible = Texts.strip(responsible);
    }
}
