package de.quartierwerk.funding.body;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that advises or decides (Gremium).
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
public record Body(
        String code,
        String name,
        BodyKind kind,
        @Nullable String stakeholder,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<Competence> competences,
        List<VotingMembers> votingMembers) {

    /** Copies the lists. */
    public Body {
        competences = List.copyOf(competences);
        votingMembers = List.copyOf(votingMembers);
    }

    /** Whether the body is there on the day. */
    public boolean validOn(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    /** How many may vote on the day; null where nobody has said. */
    public @Nullable Integer votingMembersOn(LocalDate day) {
        return votingMembers.stream()
                .filter(each -> each.validOn(day))
                .map(VotingMembers::number)
                .findFirst()
                .orElse(null);
    }
}
