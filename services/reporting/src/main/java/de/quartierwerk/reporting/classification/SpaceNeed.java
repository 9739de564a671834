package de.quartierwerk.reporting.classification;

import org.jspecify.annotations.Nullable;

/**
 * A need of a space (Handlungsbedarf).
 *
 * @param code code of the field of action
 * @param origin who found it
 * @param reason reason of those who stated it, also beside a rule
 */
public record SpaceNeed(
        String code, NeedOrigin origin, @Nullable String reason) {}
