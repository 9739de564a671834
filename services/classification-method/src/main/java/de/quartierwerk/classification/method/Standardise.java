package de.quartierwerk.classification.method;

/** How numbers of different units are made comparable (Standardisierung). */
public enum Standardise implements Coded {
    /** As they are. */
    NONE,
    /** (x - mean) / sd with sd dividing by N. */
    Z_POPULATION,
    /** (x - mean) / sd with sd dividing by N - 1. */
    Z_SAMPLE,
    /** (x - min) / (max - min). */
    MIN_MAX,
    /** N + 1 - rank with rank 1 = highest; ties get the mean rank. */
    RANK,
    /** (number below + half the equals) / N * 100. */
    PERCENTILE,
    /**
     * X = -23 ln(1 - R (1 - e^(-100/23))) with R = (N - rank + 1) / N (English Indices of Deprivation 2019, technical
     * report, exponential transformation).
     */
    RANK_EXPONENTIAL;

    /** Whether equal distances stay equal. */
    boolean linear() {
        return this == NONE || this == Z_POPULATION || this == Z_SAMPLE || this == MIN_MAX;
    }
}
