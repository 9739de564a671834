package de.quartierwerk.funding.offer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An offer (Angebot) as the API answers it.
 *
 * @param key natural key
 * @param stakeholder key of the actor that provides it
 * @param name name for people
 * @param description what is offered
 * @param targetGroup whom it is for
 * @param spaces keys of the spaces it serves; none stands for the whole installation
 * @param needs codes of the fields of action it answers
 * @param published whether everybody may see it
 */
@Schema(description = "An offer of an actor (Angebot)")
public record OfferResponse(
        @Schema(examples = "familienzentrum-nord") String key,
        @Schema(examples = "verband-a") String stakeholder,
        @Schema(examples = "Familienzentrum Nord") String name,

        @Schema(examples = "Offener Treff, Beratung und Hausbesuche") @Nullable
        String description,

        @Schema(examples = "Familien mit Kindern unter 6 Jahren") @Nullable
        String targetGroup,

        @Schema(examples = "[\"99001001-01\"]") List<String> spaces,
        @Schema(examples = "[\"HF3\"]") List<String> needs,
        boolean published) {

    /** Copies the lists. */
    public OfferResponse {
        spaces = List.copyOf(spaces);
        needs = List.copyOf(needs);
    }
}
