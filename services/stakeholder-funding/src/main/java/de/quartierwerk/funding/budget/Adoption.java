package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The decision on a budget (Haushaltssatzung).
 *
 * @param paperNumber number of the council paper
 * @param body code of the body that adopted it
 * @param decidedOn day of the decision
 */
@Schema(name = "BudgetAdoption", description = "The decision on a budget")
public record Adoption(
        @NotBlank @Size(max = 64) @Schema(examples = "2023/0417")
        String paperNumber,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "council")
        String body,

        @NotNull @Schema(examples = "2023-12-14") LocalDate decidedOn) {

    /** Cleans the text. */
    public Adoption {
        paperNumber = Texts.strip(paperNumber);
    }
}
