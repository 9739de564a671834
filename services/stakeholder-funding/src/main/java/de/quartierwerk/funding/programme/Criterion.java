package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.need.NeedOrigin;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A criterion of a programme (Förderkriterium).
 *
 * @param code code, once in a programme
 * @param title title for people
 * @param kind how it is checked
 * @param required whether a grant needs it, or a recorded reason to depart from it
 * @param scheme for a published need: scheme that found it; null for any
 * @param needs for a published need: codes that count; none stands for any
 * @param match for a published need and for spaces: how many of the spaces must have it, or be in the list
 * @param minimumPercent for the own share: percent of the total costs
 * @param maximum for the maximum amount
 * @param origins for a published need: who may have found it; none stands for anybody
 * @param targetGroups for the target group: those that count, as published fields of action or offers name them
 * @param spaces for spaces: keys of the list
 * @param weight how much it counts in the ranking; not at all if null
 */
@Schema(description = "A criterion of a programme (Förderkriterium)")
public record Criterion(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "need")
        String code,

        @NotBlank @Size(max = 500) @Schema(examples = "Die Räume haben veröffentlichten Handlungsbedarf")
        String title,

        @NotNull @Schema(examples = "published-need") CriterionKind kind,

        @Schema(defaultValue = "true", description = "Whether a grant needs it")
        Boolean required,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "aachen-2018", description = "published-need: scheme that found it; any scheme if absent")
        @Nullable
        String scheme,

        @Schema(
                defaultValue = "[]",
                examples = "[\"HF1\",\"HF3\"]",
                description = "published-need: codes that count; any code if empty")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> needs,

        @Schema(
                defaultValue = "every-space",
                description = "published-need, spaces: how many spaces need it, or are in the list")
        @Nullable
        SpaceMatch match,

        @DecimalMin("0")
        @DecimalMax("100")
        @Schema(examples = "10", description = "own-share: percent of the total costs")
        @Nullable
        BigDecimal minimumPercent,

        @Valid @Schema(description = "maximum-amount: highest amount applied for") @Nullable
        Money maximum,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                defaultValue = "[]",
                examples = "[\"rule\",\"municipal\"]",
                description = "published-need: who may have found it; anybody if empty")
        List<@NotNull NeedOrigin> origins,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                defaultValue = "[]",
                examples = "[\"Familien\"]",
                description = "target-group: those that count, as published fields of action or offers name them")
        List<@NotBlank @Size(max = 200) String> targetGroups,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(defaultValue = "[]", examples = "[\"99001001-01\"]", description = "spaces: keys of the list")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> spaces,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Min(1)
        @Max(100)
        @Schema(examples = "40", description = "How much it counts in the ranking; not at all if absent")
        @Nullable
        Integer weight) {

    /** Cleans the text, copies the list and sets the defaults. */
    public Criterion {
        title = Texts.strip(title);
        needs = Texts.copy(needs);
        origins = Texts.copy(origins);
        targetGroups = Texts.copy(targetGroups);
        spaces = Texts.copy(spaces);
        required = Objects.requireNonNullElse(required, true);
        minimumPercent = minimumPercent == null ? null : Texts.plain(minimumPercent);
        match = match == null && (kind == CriterionKind.PUBLISHED_NEED || kind == CriterionKind.SPACES)
                ? SpaceMatch.EVERY_SPACE
                : match;
    }
}
