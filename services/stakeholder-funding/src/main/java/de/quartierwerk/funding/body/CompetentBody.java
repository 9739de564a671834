package de.quartierwerk.funding.body;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
 * @param names names of the bodies by code
 */
public record CompetentBody(
        String code,
        String name,
        BodyKind kind,
        @Nullable String stakeholder,
        List<String> consult,
        @Nullable String legalBasis,
        @Nullable Integer votingMembers,
        Map<String, String> names) {

    /** Copies the list and the map. */
    public CompetentBody {
        consult = List.copyOf(consult);
        names = Map.copyOf(names);
    }

    /** Names of bodies for people, in their order; a body that is not known is called by its code. */
    public String named(Collection<String> codes) {
        return codes.stream().map(each -> names.getOrDefault(each, each)).collect(Collectors.joining(", "));
    }

    /** The same, after these bodies have advised. */
    CompetentBody after(List<String> advising) {
        return new CompetentBody(code, name, kind, stakeholder, advising, legalBasis, votingMembers, names);
    }
}
