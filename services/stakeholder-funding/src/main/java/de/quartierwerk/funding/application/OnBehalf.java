package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application on paper, recorded by somebody of the administration (Antrag in Papierform). That person then counts
 * as the applicant.
 *
 * @param receivedOn day on which the paper came
 * @param reason why it is recorded for the applicant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An application on paper, recorded by the administration")
public record OnBehalf(
        @NotNull @Schema(examples = "2026-11-02") LocalDate receivedOn,

        @NotBlank @Size(max = 500) @Schema(examples = "Antrag kam per Post")
        String reason) {

    /** Cleans the text. */
    public OnBehalf {
        reason = Texts.strip(reason);
    }
}
