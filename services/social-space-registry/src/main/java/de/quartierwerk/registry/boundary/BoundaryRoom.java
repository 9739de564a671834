package de.quartierwerk.registry.boundary;

/**
 * How much of a boundary has been read, so that none fills the memory, whoever made its file. Checking, comparing and
 * simplifying the largest one takes about 160 MB; the boundaries of whole states have half of its positions.
 */
public final class BoundaryRoom {
    /** Half a million, and those that close the rings. */
    public static final int MOST_POSITIONS = 510_000;

    public static final int MOST_RINGS = 100_000;
    /**
     * What is wrong with larger ones is neither repaired nor listed in full, since that takes many times the memory.
     */
    static final int MOST_REPAIRED = 100_000;

    /** As many positions take the memory of a ring, or of whatever stands in its place, their own aside. */
    static final int POSITIONS_OF_A_PART = 4;

    private int positions;
    private int rings;

    /** Takes another ring, or another part of anything; answers whether there was room for it. */
    public boolean takeRing() {
        return ++rings <= MOST_RINGS;
    }

    /** Takes more positions; answers whether there was room for them. */
    public boolean take(int more) {
        positions = (int) Math.min(MOST_POSITIONS + 1L, (long) positions + more);
        return positions <= MOST_POSITIONS;
    }

    /** Whether there was more than there is room for. */
    public boolean exceeded() {
        return positions > MOST_POSITIONS || rings > MOST_RINGS;
    }
}
