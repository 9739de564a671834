package de.quartierwerk.classification.method;

/**
 * Where a need for action was found.
 *
 * @param need the field of action
 * @param when outcome of its rule
 */
public record NeedOutcome(Need need, ConditionOutcome when) {}
