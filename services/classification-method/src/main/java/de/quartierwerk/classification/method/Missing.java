package de.quartierwerk.classification.method;

/** What becomes of a space that lacks a component; a missing value is never 0. */
public enum Missing implements Coded {
    /** The space leaves the universe of the index. */
    EXCLUDE_SPACE,
    /** The weights of the components present are multiplied by all weights / those present. */
    RENORMALISE_WEIGHTS
}
