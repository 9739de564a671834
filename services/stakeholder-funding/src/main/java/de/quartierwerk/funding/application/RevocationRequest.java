package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A revocation as sent.
 *
 * @param decidedOn day of the notice
 * @param reason why
 * @param legalBasis legal basis
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A revocation")
public record RevocationRequest(
        @NotNull @Schema(examples = "2027-09-01") LocalDate decidedOn,

        @NotBlank @Size(max = 4000) @Schema(examples = "Zweckverfehlung")
        String reason,

        @NotBlank @Size(max = 500) @Schema(examples = "§ 49 Abs. 3 VwVfG")
        String legalBasis) {

    /** Cleans the texts. */
    public RevocationRequest {
        reason = Texts.strip(reason);
        legalBasis = Texts.strip(legalBasis);
    }
}
