package de.quartierwerk.classification.method;

import java.util.Arrays;

/** Which spaces a run classifies; those outside its area matter only as part of the reference areas. */
public final class Selection {
    private final boolean[] inside;
    private final boolean[] excluded;

    /** A selection over arrays with one position per space, which it takes over. */
    public Selection(boolean[] inside, boolean[] excluded) {
        this.inside = inside;
        this.excluded = excluded;
    }

    /** Every space but the excluded ones. */
    public static Selection without(boolean... excluded) {
        boolean[] inside = new boolean[excluded.length];
        Arrays.fill(inside, true);
        return new Selection(inside, excluded);
    }

    /** Whether the run classifies the space at a position. */
    public boolean inside(int position) {
        return inside[position];
    }

    /** Whether the run excludes the space at a position. */
    public boolean excluded(int position) {
        return excluded[position];
    }
}
