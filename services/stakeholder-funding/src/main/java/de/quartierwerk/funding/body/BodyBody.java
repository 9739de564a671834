package de.quartierwerk.funding.body;

import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said about a body (Gremium).
 *
 * @param name name for people
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to, or null; the body never decides on that actor's
 *     applications
 * @param validFrom first day, or null for ever before
 * @param validTo last day, or null while it lasts
 * @param competences what it decides
 */
@Schema(name = "BodyDefinition", description = "A body that advises or decides (Gremium)")
public record BodyBody(
        @NotBlank @Size(max = 200) @Schema(examples = "Städteregionsausschuss")
        String name,

        @NotNull @Schema(examples = "committee") BodyKind kind,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                nullable = true,
                examples = "kreisverwaltung",
                description = "Actor that the body belongs to; it never decides on that actor's applications")
        String stakeholder,

        @Schema(nullable = true, examples = "2009-10-21") LocalDate validFrom,
        @Schema(nullable = true, examples = "2029-12-31") LocalDate validTo,
        @Schema(description = "What it decides") List<@NotNull @Valid Competence> competences) {

    /** Cleans the text and copies the list. */
    public BodyBody {
        name = Texts.clean(name);
        competences = Texts.copy(competences);
    }

    /** Whether the body is there on the day. */
    public boolean validOn(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }
}
