package de.quartierwerk.classification.run.compute;

/**
 * What is left possible of a suppressed count (Spielraum): how many neighbouring counts in a row, below and above it,
 * would have led to the same, and whether it could lie beyond the next public value.
 *
 * @param below number of counts below
 * @param above number of counts above
 * @param lower whether it could lie below the next smaller public value
 * @param higher whether it could lie above the next larger one
 */
record Room(int below, int above, boolean lower, boolean higher) {
    /** Everything is possible. */
    static final Room ALL = new Room(Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2, true, true);

    /** What two observations together leave possible. */
    Room and(Room other) {
        return new Room(
                Math.min(below, other.below),
                Math.min(above, other.above),
                lower && other.lower,
                higher && other.higher);
    }

    /** Whether it tells nothing that would matter: as many counts as are asked for are possible on either side. */
    boolean isFull(int minimum) {
        return below + 1 >= minimum && above + 1 >= minimum && lower && higher;
    }

    /** Whether at least so many counts are possible and the order among the public values is open. */
    boolean isWide(int minimum) {
        return below + above + 1 >= minimum && (lower || higher);
    }
}
