package de.quartierwerk.funding.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person found about a criterion that only people can judge.
 *
 * @param criterion code of the criterion
 * @param met whether it is met
 * @param reason why
 * @param points how far it is met, for the ranking
 */
@Schema(description = "What a person found about a criterion of the kind judged")
public record Judgement(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "concept")
        String criterion,

        @NotNull Boolean met,

        @NotBlank @Size(max = 2000) @Schema(examples = "Das Konzept ist schlüssig.")
        String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Min(0)
        @Max(100)
        @Schema(examples = "80", description = "How far it is met, for the ranking; 100 or 0 if absent")
        @Nullable
        Integer points) {

    /** Cleans the text. */
    public Judgement {
        reason = Texts.strip(reason);
    }
}
