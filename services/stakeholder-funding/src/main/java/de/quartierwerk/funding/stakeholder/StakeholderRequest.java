package de.quartierwerk.funding.stakeholder;

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
 * What a client says about an actor (Akteur, Träger).
 *
 * @param name name for people
 * @param kind kind of actor
 * @param description what the actor does
 * @param website address of its pages
 * @param spaces keys of the spaces it works in; none stands for the whole installation
 * @param published whether everybody may see it
 * @param partOf key of the actor that it is a part of
 */
@Schema(description = "An actor (Akteur, Träger)")
public record StakeholderRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Verband A")
        String name,

        @NotNull
        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                examples = "welfare-association",
                description = "Kind of actor, e.g. welfare-association, municipality, department, network")
        String kind,

        @Size(max = 4000) @Schema(examples = "Beratung und offene Angebote für Familien") @Nullable
        String description,

        @Size(max = 500) @Pattern(regexp = "https?://\\S+") @Schema(examples = "https://verband-a.example") @Nullable
        String website,

        @Schema(
                defaultValue = "[]",
                examples = "[\"99001001-01\"]",
                description = "Spaces it works in; none stands for the whole installation")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> spaces,

        @Schema(description = "Whether everybody may see it", defaultValue = "false")
        boolean published,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                examples = "spitzenverband",
                description = "Actor that it is a part of; their applications count together. Planners set it")
        @Nullable
        String partOf) {

    /** Cleans the texts and copies the list. */
    public StakeholderRequest {
        name = Texts.strip(name);
        description = Texts.clean(description);
        website = Texts.clean(website);
        spaces = Texts.copy(spaces);
    }

    StakeholderRequest within(@Nullable String other) {
        return new StakeholderRequest(name, kind, description, website, spaces, published, other);
    }
}
