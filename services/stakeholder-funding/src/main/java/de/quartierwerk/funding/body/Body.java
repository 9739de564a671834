package de.quartierwerk.funding.body;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body (Gremium) as it is answered.
 *
 * @param code natural key
 * @param name name for people
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to, or null
 * @param validFrom first day, or null for ever before
 * @param validTo last day, or null while it lasts
 * @param competences what it decides
 */
@Schema(description = "A body that advises or decides (Gremium)")
public record Body(
        @Schema(examples = "main-committee") String code,
        @Schema(examples = "Städteregionsausschuss") String name,
        @Schema(examples = "committee") BodyKind kind,

        @Schema(nullable = true, examples = "kreisverwaltung")
        String stakeholder,

        @Schema(nullable = true, examples = "2009-10-21") LocalDate validFrom,
        @Schema(nullable = true, examples = "2029-12-31") LocalDate validTo,
        List<Competence> competences) {

    /** Copies the list. */
    public Body {
        competences = List.copyOf(competences);
    }

    /** Whether the body is there on the day. */
    public boolean validOn(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }
}
