package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.YearAmount;
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
 * A draft decision of a paper (Beschlussvorschlag).
 *
 * @param key its key within the paper
 * @param broughtInBy who brought it in
 * @param text its words
 * @param result what it proposes
 * @param amounts amounts by year that it grants; empty for all that is applied for
 * @param amends key of the draft that it amends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A draft decision of a paper")
public record PaperDraft(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "a")
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Fraktion")
        String broughtInBy,

        @NotBlank @Size(max = 4000) @Schema(examples = "Dem Antrag wird entsprochen.")
        String text,

        @NotNull @Schema(examples = "granted") Decision.Result result,

        @Schema(defaultValue = "[]", description = "Amounts that it grants; empty for all that is applied for")
        List<@NotNull @Valid YearAmount> amounts,

        @Pattern(regexp = Keys.PATTERN) @Schema(examples = "b", description = "The draft that it amends") @Nullable
        String amends) {

    /** Cleans the texts and copies the list. */
    public PaperDraft {
        broughtInBy = Texts.strip(broughtInBy);
        text = Texts.strip(text);
        amounts = Texts.copy(amounts);
    }
}
