package de.quartierwerk.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of an offer (Angebot) after it was created or changed.
 *
 * @param key natural key
 * @param stakeholder key of the actor that provides it
 * @param name name for people
 * @param description what is offered
 * @param targetGroup whom it is for
 * @param spaces keys of the spaces it serves
 * @param needs codes of the fields of action it answers
 * @param published whether everybody may see it
 * @param version grows with every change
 */
public record OfferChanged(
        String key,
        String stakeholder,
        String name,
        @Nullable String description,
        @Nullable String targetGroup,
        List<String> spaces,
        List<String> needs,
        boolean published,
        long version) {
    public OfferChanged {
        spaces = Copies.of(spaces);
        needs = Copies.of(needs);
    }
}
