package de.quartierwerk.funding.body;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body (Gremium) as the API answers it.
 *
 * @param code natural key
 * @param name name for people
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to
 * @param validFrom first day; null for ever before
 * @param validTo last day; null while it lasts
 * @param competences what it decides
 * @param votingMembers how many of it may vote
 */
@Schema(description = "A body that advises or decides (Gremium)")
public record BodyResponse(
        @Schema(examples = "main-committee") String code,
        @Schema(examples = "Städteregionsausschuss") String name,
        @Schema(examples = "committee") BodyKind kind,
        @Schema(examples = "kreisverwaltung") @Nullable String stakeholder,
        @Schema(examples = "2009-10-21") @Nullable LocalDate validFrom,
        @Schema(examples = "2029-12-31") @Nullable LocalDate validTo,
        List<Competence> competences,
        List<VotingMembers> votingMembers) {

    /** Copies the lists. */
    public BodyResponse {
        competences = List.copyOf(competences);
        votingMembers = List.copyOf(votingMembers);
    }

    static BodyResponse of(Body body) {
        return new BodyResponse(
                body.code(),
                body.name(),
                body.kind(),
                body.stakeholder(),
                body.validFrom(),
                body.validTo(),
                body.competences(),
                body.votingMembers());
    }
}
