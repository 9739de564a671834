package de.quartierwerk.classification.method;

/** When the polarity of a component counts. */
public enum PolarityOrder implements Coded {
    /** The sign is turned before standardising; goalposts stay those of the numbers as they are. */
    BEFORE,
    /** The standardised number is turned round: within its range, or without one by its sign. */
    AFTER
}
