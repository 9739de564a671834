package de.quartierwerk.funding.criteria;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a person found about a criterion that only people can judge.
 *
 * @param criterion code of the criterion
 * @param met whether it is met
 * @param reason why
 */
@Schema(description = "What a person found about a criterion of the kind judged")
public record Judgement(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "concept")
        String criterion,

        @NotNull Boolean met,

        @NotBlank @Size(max = 2000) @Schema(examples = "Das Konzept ist schlüssig.")
        String reason) {

    /** Cleans the text. */
    public Judgement {
        reason = Texts.strip(reason);
    }
}
