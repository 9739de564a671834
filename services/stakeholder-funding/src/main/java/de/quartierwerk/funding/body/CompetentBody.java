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
 */
public record CompetentBody(
        String code,
        String name,
        BodyKind kind,
        @Nullable String stakeholder,
        List<String> consult,
        @Nullable String legalBasis) {

    /** Copies the list. */
    public CompetentBody {
        consult = List.copyOf(consult);
    }
}
