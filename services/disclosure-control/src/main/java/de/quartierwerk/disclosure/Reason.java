package de.quartierwerk.disclosure;

/** Why the public does not see a value. It is stored with the value and shown to stewards only. */
public enum Reason {
    /** It arrived suppressed. */
    SOURCE,
    /** It is a count below the minimum. */
    SMALL_COUNT,
    /** Its numerator is a count below the minimum. */
    SMALL_NUMERATOR,
    /** The rest of the group is a count below the minimum. */
    SMALL_COMPLEMENT,
    /** Its group is too small for a share. */
    SMALL_DENOMINATOR,
    /** It is the mean of too few cases. */
    SMALL_NUMBER,
    /** A few contributors make up most of the sum. */
    DOMINANCE,
    /** None or all of a sensitive group are concerned. */
    NONE_OR_ALL,
    /** Its source has not controlled it, and the counts behind it are not known. */
    COUNTS_UNKNOWN,
    /** It was computed from a suppressed value. */
    INPUT,
    /** It was computed from suppressed values, its denominator among them. */
    INPUT_DENOMINATOR,
    /** With it, a suppressed value could be computed. */
    DERIVABLE,
    /** With it and its denominator, a suppressed value could be computed. */
    DERIVABLE_DENOMINATOR;

    /**
     * Whether the denominator stays public, because it is no small count and does not give the numerator away. It stays
     * public both where the numerator is small and where it protects another number, so it does not tell them apart.
     */
    public boolean leavesDenominator() {
        return isNumerator() || this == INPUT || this == DERIVABLE;
    }

    /** Whether the reason lies in the numerator, which must then not be public by itself. */
    public boolean isNumerator() {
        return this == SMALL_NUMERATOR || this == SMALL_COMPLEMENT || this == NONE_OR_ALL;
    }
}
