package de.quartierwerk.funding.body;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a body (Gremium).
 *
 * @param name name for people
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to; the body never decides on that actor's applications
 * @param validFrom first day; null for ever before
 * @param validTo last day; null while it lasts
 * @param competences what it decides
 * @param votingMembers how many of it may vote
 */
@Schema(description = "A body that advises or decides (Gremium)")
public record BodyRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Städteregionsausschuss")
        String name,

        @NotNull @Schema(examples = "committee") BodyKind kind,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                examples = "kreisverwaltung",
                description = "Actor that the body belongs to; it never decides on that actor's applications")
        @Nullable
        String stakeholder,

        @Schema(examples = "2009-10-21") @Nullable LocalDate validFrom,
        @Schema(examples = "2029-12-31") @Nullable LocalDate validTo,

        @Schema(defaultValue = "[]", description = "What it decides")
        List<@NotNull @Valid Competence> competences,

        @Schema(defaultValue = "[]", description = "How many of it may vote")
        List<@NotNull @Valid VotingMembers> votingMembers) {

    /** Cleans the text and copies the lists. */
    public BodyRequest {
        name = Texts.strip(name);
        competences = Texts.copy(competences);
        votingMembers = Texts.copy(votingMembers);
    }

    /** Whether only the name differs: all else says what the body decides, when, and for whom. */
    boolean decidesLike(BodyRequest other) {
        return equals(new BodyRequest(
                name,
                other.kind,
                other.stakeholder,
                other.validFrom,
                other.validTo,
                other.competences,
                other.votingMembers));
    }
}
