package de.quartierwerk.classification.method;

/**
 * Which rank equal numbers get, 1 being the highest: with 9, 7, 7 and 4 the two in the middle have rank 2.5, 2 or 3
 * (Gleichstände).
 */
public enum Ties implements Coded {
    /** The mean of the ranks that they cover. */
    MEAN,
    /** The least of them, as in sports. */
    MIN,
    /** The largest of them. */
    MAX
}
