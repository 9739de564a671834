package de.quartierwerk.classification.method;

/** The ways to make numbers of different units comparable (Standardisierung). */
public enum Standardise implements Coded {
    /** As they are. */
    NONE,
    /** (x - mean) / sd with sd dividing by N; with weights mean and sd are weighted and sd divides by their sum. */
    Z_POPULATION,
    /** (x - mean) / sd with sd dividing by N - 1; with weights by (n - 1) / n of their sum (NIST Dataplot, 1996). */
    Z_SAMPLE,
    /**
     * (x - low) / (high - low), low and high being the smallest and the largest number or given goalposts (UNDP, Human
     * Development Index, technical notes), brought to a range [a, b] as a + (b - a) y. Beyond goalposts it goes on.
     */
    MIN_MAX,
    /** x / largest absolute number (CalEnviroScreen; OECD and JRC, Handbook, 2008, distance to a reference). */
    SHARE_OF_MAXIMUM,
    /** N + 1 - rank with rank 1 = highest. */
    RANK,
    /** (number below + half the equals) / N * 100; by other ties (N + 1/2 - rank) / N * 100. */
    PERCENTILE,
    /**
     * Number below / (N - 1), as the spreadsheets' PERCENTRANK and the Social Vulnerability Index (CDC/ATSDR) have it;
     * by other ties (N - rank) / (N - 1). 0 for a single space.
     */
    PERCENT_RANK,
    /**
     * X = -23 ln(1 - R (1 - e^(-100/23))) with R = (N - rank + 1) / N (English Indices of Deprivation 2019, technical
     * report, exponential transformation).
     */
    RANK_EXPONENTIAL,
    /** probit(r / (N + 1)), r = N + 1 - rank (van der Waerden 1952; Scottish Index of Multiple Deprivation). */
    NORMAL_SCORE;

    /** Whether equal distances stay equal. */
    boolean linear() {
        return this == NONE || this == Z_POPULATION || this == Z_SAMPLE || this == MIN_MAX || this == SHARE_OF_MAXIMUM;
    }

    /** Whether only the order of the numbers counts. */
    public boolean byRank() {
        return !linear();
    }
}
