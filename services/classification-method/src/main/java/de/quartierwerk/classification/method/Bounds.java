package de.quartierwerk.classification.method;

/**
 * Two ends of a scale.
 *
 * @param low the lower one
 * @param high the upper one
 */
public record Bounds(double low, double high) {
    /** The same mirrored at 0: of the numbers with their sign turned. */
    Bounds mirrored() {
        return new Bounds(-high, -low);
    }
}
