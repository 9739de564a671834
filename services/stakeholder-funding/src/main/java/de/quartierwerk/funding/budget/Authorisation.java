package de.quartierwerk.funding.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money authorised above or outside of the plan (über- oder außerplanmäßige Bewilligung).
 *
 * @param kind above or outside of the plan
 * @param amount additional amount
 * @param reason why
 * @param paperNumber number of the council paper
 * @param decidedOn day of the decision
 */
@Schema(description = "Money authorised above or outside of the plan")
public record Authorisation(
        @NotNull @Schema(examples = "above-plan") Kind kind,
        @NotNull @Valid Money amount,

        @NotBlank @Size(max = 1000) @Schema(examples = "Mehrbedarf nach dem Sozialbericht")
        String reason,

        @NotBlank @Size(max = 64) @Schema(examples = "2024/0123")
        String paperNumber,

        @NotNull @Schema(examples = "2024-06-17") LocalDate decidedOn) {

    /** Cleans the texts. */
    public Authorisation {
        reason = Texts.strip(reason);
        paperNumber = Texts.strip(paperNumber);
    }

    /** How the money relates to the plan. */
    @Schema(name = "AuthorisationKind")
    public enum Kind {
        /** The plan has the item but too little money (überplanmäßig). */
        @JsonProperty("above-plan")
        ABOVE_PLAN,
        /** The plan does not have the item (außerplanmäßig). */
        @JsonProperty("outside-plan")
        OUTSIDE_PLAN
    }
}
