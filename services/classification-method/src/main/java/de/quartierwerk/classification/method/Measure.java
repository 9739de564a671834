package de.quartierwerk.classification.method;

/** What of an indicator is taken. Components know the first four. */
public enum Measure implements Coded {
    /** The indicator's value. */
    VALUE,
    /** Its numerator; of a count the count itself. */
    NUMERATOR,
    /** Value less the value {@code lag} periods before, rounded to 10 decimals; of ratios in percentage points. */
    CHANGE,
    /** {@link #CHANGE} in percent of the earlier value. */
    PERCENT_CHANGE,
    /** (x - mean) / population standard deviation among the spaces of the reference area. */
    Z,
    /** (number below + half the equals) / N * 100 among the spaces of the reference area. */
    PERCENTILE,
    /** 1 = most burdened after the indicator's polarity; ties get the mean rank. */
    RANK,
    /** (q - q_K) / q_K * 100, where q = numerator / denominator and q_K the rate of the reference area. */
    DEVIATION_PERCENT,
    /** n - q_K * N: how many more (or fewer) than the reference area's rate would give. */
    EXCESS_COUNT,
    /** n / n_K: the space's share of the reference area's count. */
    SHARE_OF_REFERENCE;

    /** Whether the space is compared with others. */
    boolean compares() {
        return switch (this) {
            case VALUE, NUMERATOR, CHANGE, PERCENT_CHANGE -> false;
            case Z, PERCENTILE, RANK, DEVIATION_PERCENT, EXCESS_COUNT, SHARE_OF_REFERENCE -> true;
        };
    }
}
