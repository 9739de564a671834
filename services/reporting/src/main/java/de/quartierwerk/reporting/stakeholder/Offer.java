package de.quartierwerk.reporting.stakeholder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published offer (Angebot) of a published actor (Träger).
 *
 * @param key natural key
 * @param name name for people
 * @param stakeholder name of the actor
 * @param description what is offered
 * @param targetGroup whom it is for
 * @param spaces keys of the spaces it serves
 * @param needs codes of the fields of action it answers
 */
public record Offer(
        String key,
        String name,
        String stakeholder,
        @Nullable String description,
        @Nullable String targetGroup,
        List<String> spaces,
        List<String> needs) {}
