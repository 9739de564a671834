package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/**
 * A field of action (Handlungsfeld) with the rule that finds it.
 *
 * @param code code within the scheme
 * @param title title for people
 * @param targetGroup whom it concerns, if it says so
 * @param when the rule
 */
public record Need(String code, String title, @Nullable String targetGroup, Condition when) {}
