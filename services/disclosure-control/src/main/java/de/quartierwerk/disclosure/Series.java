package de.quartierwerk.disclosure;

/**
 * An indicator as the secondary rules see it.
 *
 * @param code indicator code
 * @param figures which of its numbers add up over spaces
 * @param minimum counts below it are secret, except zero
 * @param inputs numbers of the series it is computed from, -1 for one that is always public; empty for a delivered one
 * @param coefficients factors of the inputs where it is their sum; empty for other series
 * @param above places of the inputs that make up the numerator of a computed share; empty for other series
 * @param below places of the inputs that make up its denominator
 */
public record Series(
        String code, Figures figures, double minimum, int[] inputs, double[] coefficients, int[] above, int[] below) {
    private static final int[] NOTHING = {};
    private static final int[] FIRST = {0};
    private static final int[] SECOND = {1};

    /** @param share whether it is computed as numerator and denominator, the first two inputs */
    public Series(String code, Figures figures, double minimum, int[] inputs, double[] coefficients, boolean share) {
        this(code, figures, minimum, inputs, coefficients, share ? FIRST : NOTHING, share ? SECOND : NOTHING);
    }

    /** Whether it is computed as a numerator divided by a denominator. */
    public boolean share() {
        return below.length > 0;
    }

    /** Which numbers of an indicator add up over spaces. */
    public enum Figures {
        /** None. */
        NONE,
        /** The value, a count. */
        COUNT,
        /** Numerator and denominator of a ratio; the denominator may stay public. */
        RATIO,
        /** Sum and number of a mean, which are secret together. */
        MEAN
    }

    /** Whether it is the sum of its inputs. */
    boolean isSum() {
        return coefficients.length > 0;
    }

    /** Whether it is computed in another way than as a sum; then it is public only as long as its inputs are. */
    boolean follows() {
        return inputs.length > 0 && !isSum();
    }
}
