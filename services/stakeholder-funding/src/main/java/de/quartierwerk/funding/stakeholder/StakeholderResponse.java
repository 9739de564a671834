package de.quartierwerk.funding.stakeholder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An actor (Akteur, Träger) as the API answers it.
 *
 * @param key natural key
 * @param name name for people
 * @param kind kind of actor
 * @param description what the actor does
 * @param website address of its pages
 * @param spaces keys of the spaces it works in; none stands for the whole installation
 * @param published whether everybody may see it
 * @param partOf key of the actor that it is a part of
 */
@Schema(description = "An actor (Akteur, Träger)")
public record StakeholderResponse(
        @Schema(examples = "verband-a") String key,
        @Schema(examples = "Verband A") String name,
        @Schema(examples = "welfare-association") String kind,

        @Schema(examples = "Beratung und offene Angebote für Familien") @Nullable
        String description,

        @Schema(examples = "https://verband-a.example") @Nullable
        String website,

        @Schema(examples = "[\"99001001-01\"]") List<String> spaces,
        boolean published,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "spitzenverband") @Nullable
        String partOf) {

    /** Copies the list. */
    public StakeholderResponse {
        spaces = List.copyOf(spaces);
    }
}
