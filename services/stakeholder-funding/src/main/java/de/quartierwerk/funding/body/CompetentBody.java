package de.quartierwerk.funding.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body that decides on a matter, and how it comes to decide.
 *
 * @param code code of the body
 * @param name its name
 * @param kind administration, committee or council
 * @param stakeholder key of the actor that the body belongs to
 * @param consult codes of the bodies that must advise before
 * @param legalBasis where its competence stands
 * @param votingMembers how many of it may vote on that day; null where nobody has said
 */
public record CompetentBody(
        String code,
        String name,
        BodyKind kind,
        @Nullable String stakeholder,
        List<String> consult,
        @Nullable String legalBasis,
        @Nullable Integer votingMembers) {

    /** Copies the list. */
    public CompetentBody {
        consult = List.copyOf(consult);
    }

    /** The same, after these bodies have advised. */
    CompetentBody after(List<String> advising) {
        return new CompetentBody(code, name, kind, stakeholder, advising, legalBasis, votingMembers);
    }
}
