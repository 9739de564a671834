package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a budget line (Haushaltsposition).
 *
 * @param name name for people
 * @param product product or part of it (Teilprodukt)
 * @param account account (Sachkonto)
 * @param coverGroup code of the group of lines that cover each other (Deckungskreis)
 * @param years amounts by year, each year once
 */
@Schema(description = "A budget line (Haushaltsposition)")
public record BudgetLineRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Zuschüsse an Wohlfahrtsverbände")
        String name,

        @Size(max = 64) @Schema(examples = "950170") @Nullable
        String product,

        @Size(max = 64) @Schema(examples = "531860") @Nullable
        String account,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "soziales", description = "Group of lines that cover each other (Deckungskreis)")
        @Nullable
        String coverGroup,

        @Schema(defaultValue = "[]", description = "Amounts by year, each year once")
        List<@NotNull @Valid BudgetYear> years) {

    /** Cleans the texts and copies the list. */
    public BudgetLineRequest {
        name = Texts.strip(name);
        product = Texts.clean(product);
        account = Texts.clean(account);
        years = Texts.copy(years);
    }
}
