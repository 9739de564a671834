package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said about a budget line (Haushaltsposition).
 *
 * @param name name for people
 * @param product product or part of it (Teilprodukt), or null
 * @param account account (Sachkonto), or null
 * @param coverGroup code of the group of lines that cover each other (Deckungskreis), or null
 * @param years amounts by year, each year once
 */
@Schema(name = "BudgetLineDefinition", description = "A budget line (Haushaltsposition)")
public record BudgetLineBody(
        @NotBlank @Size(max = 200) @Schema(examples = "Zuschüsse an Wohlfahrtsverbände")
        String name,

        @Size(max = 64) @Schema(nullable = true, examples = "950170")
        String product,

        @Size(max = 64) @Schema(nullable = true, examples = "531860")
        String account,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                nullable = true,
                examples = "soziales",
                description = "Group of lines that cover each other (Deckungskreis)")
        String coverGroup,

        @Schema(description = "Amounts by year, each year once")
        List<@NotNull @Valid BudgetYear> years) {

    /** Cleans the texts and copies the list. */
    public BudgetLineBody {
        name = Texts.clean(name);
        product = Texts.clean(product);
        account = Texts.clean(account);
        years = Texts.copy(years);
    }
}
