package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another application for the same space and field of action (Kumulierung).
 *
 * @param application its id
 * @param programme code of its programme
 * @param applicant key of its applicant
 * @param title its title
 * @param state how far it is
 * @param requested amount applied for
 * @param spaces spaces that both are for
 * @param needs fields of action that both answer
 */
@Schema(description = "Another application for the same space and field of action")
public record Cumulated(
        UUID application,
        @Schema(examples = "quartier") String programme,
        @Schema(examples = "verband-b") String applicant,
        @Schema(examples = "Familientreff") String title,
        State state,
        Money requested,
        @Schema(examples = "[\"99001001-01\"]") List<String> spaces,
        @Schema(examples = "[\"HF3\"]") List<String> needs) {

    /** Copies the lists. */
    public Cumulated {
        spaces = List.copyOf(spaces);
        needs = List.copyOf(needs);
    }
}
