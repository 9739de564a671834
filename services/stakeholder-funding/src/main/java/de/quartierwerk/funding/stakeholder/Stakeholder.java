package de.quartierwerk.funding.stakeholder;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An actor (Akteur, Träger) as it is answered.
 *
 * @param key natural key
 * @param name name for people
 * @param kind kind of actor
 * @param description what the actor does, or null
 * @param website address of its pages, or null
 * @param spaces keys of the spaces it works in; none stands for the whole installation
 * @param published whether everybody may see it
 */
@Schema(description = "An actor (Akteur, Träger)")
public record Stakeholder(
        @Schema(examples = "verband-a") String key,
        @Schema(examples = "Verband A") String name,
        @Schema(examples = "welfare-association") String kind,

        @Schema(examples = "Beratung und offene Angebote für Familien")
        String description,

        @Schema(examples = "https://verband-a.example") String website,
        @Schema(examples = "[\"99001001-01\"]") List<String> spaces,
        boolean published) {

    /** Copies the list. */
    public Stakeholder {
        spaces = List.copyOf(spaces);
    }
}
