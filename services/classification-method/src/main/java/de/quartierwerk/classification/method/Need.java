package de.quartierwerk.classification.method;

/**
 * A field of action (Handlungsfeld) with the rule that finds it.
 *
 * @param code code within the scheme
 * @param title title for people
 * @param targetGroup whom it concerns, or null
 * @param when the rule
 */
public record Need(String code, String title, String targetGroup, Condition when) {}
