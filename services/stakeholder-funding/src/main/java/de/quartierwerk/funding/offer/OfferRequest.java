package de.quartierwerk.funding.offer;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about an offer (Angebot).
 *
 * @param stakeholder key of the actor that provides it
 * @param name name for people
 * @param description what is offered
 * @param targetGroup whom it is for
 * @param spaces keys of the spaces it serves; none stands for the whole installation
 * @param needs codes of the fields of action it answers
 * @param published whether everybody may see it
 */
@Schema(description = "An offer of an actor (Angebot)")
public record OfferRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "verband-a")
        String stakeholder,

        @NotBlank @Size(max = 200) @Schema(examples = "Familienzentrum Nord")
        String name,

        @Size(max = 4000) @Schema(examples = "Offener Treff, Beratung und Hausbesuche") @Nullable
        String description,

        @Size(max = 200) @Schema(examples = "Familien mit Kindern unter 6 Jahren") @Nullable
        String targetGroup,

        @Schema(
                defaultValue = "[]",
                examples = "[\"99001001-01\"]",
                description = "Spaces it serves; none stands for the whole installation")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> spaces,

        @Schema(defaultValue = "[]", examples = "[\"HF3\"]", description = "Fields of action it answers")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> needs,

        @Schema(description = "Whether everybody may see it", defaultValue = "false")
        boolean published) {

    /** Cleans the texts and copies the lists. */
    public OfferRequest {
        name = Texts.strip(name);
        description = Texts.clean(description);
        targetGroup = Texts.clean(targetGroup);
        spaces = Texts.copy(spaces);
        needs = Texts.copy(needs);
    }
}
