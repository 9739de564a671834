package de.quartierwerk.classification.method;

/** How the components of an index become one number. */
public enum Combine implements Coded {
    /** Sum of the components; weights are ignored. */
    SUM,
    /** Sum of weight times component; the weights are taken as they are. */
    WEIGHTED_SUM,
    /** Weighted sum divided by the sum of the weights. */
    MEAN,
    /** exp(sum of weight * ln component / sum of weights); components must not be negative. */
    GEOMETRIC_MEAN,
    /** sum of weights / sum(weight / component); components must not be negative, with a 0 it is 0. */
    HARMONIC_MEAN,
    /** (sum(weight * component^p) / sum of weights)^(1/p) (Hölder); components must not be negative. */
    POWER_MEAN,
    /** Product of the components; weights are ignored. */
    PRODUCT,
    /** Largest component; weights are ignored. */
    MAXIMUM,
    /** Smallest component; weights are ignored. */
    MINIMUM,
    /** Number of the conditions that hold; weights are ignored. */
    COUNT_OF,
    /** Scores on the first principal component of the centred and scaled components. */
    FIRST_PRINCIPAL_COMPONENT,
    /**
     * Sum of the components times the regression score coefficients of one factor, estimated by maximum likelihood,
     * divided by their sum (Lawley and Maxwell 1971; Scottish Index of Multiple Deprivation). The estimate ends where
     * that of R's psych::fa does, some millionths before the maximum, so that ranks found with R come out.
     */
    FACTOR_ANALYSIS,
    /** The same at the maximum. */
    FACTOR_ANALYSIS_EXACT;

    /** Whether the weights of the document count. */
    public boolean weighted() {
        return switch (this) {
            case WEIGHTED_SUM, MEAN, GEOMETRIC_MEAN, HARMONIC_MEAN, POWER_MEAN -> true;
            case SUM,
                    PRODUCT,
                    MAXIMUM,
                    MINIMUM,
                    COUNT_OF,
                    FIRST_PRINCIPAL_COMPONENT,
                    FACTOR_ANALYSIS,
                    FACTOR_ANALYSIS_EXACT -> false;
        };
    }

    /** Whether weights are divided by their sum. */
    boolean averages() {
        return weighted() && this != WEIGHTED_SUM;
    }

    /** Whether it finds its weights in the numbers. */
    public boolean estimated() {
        return this == FIRST_PRINCIPAL_COMPONENT || factor();
    }

    /** Whether it is a common factor. */
    boolean factor() {
        return this == FACTOR_ANALYSIS || this == FACTOR_ANALYSIS_EXACT;
    }

    /** Whether what the components add is summed as it is. */
    boolean additive() {
        return switch (this) {
            case SUM, WEIGHTED_SUM, MEAN, COUNT_OF, FIRST_PRINCIPAL_COMPONENT, FACTOR_ANALYSIS, FACTOR_ANALYSIS_EXACT ->
                true;
            case GEOMETRIC_MEAN, HARMONIC_MEAN, POWER_MEAN, PRODUCT, MAXIMUM, MINIMUM -> false;
        };
    }

    /** Whether negative components have no result. */
    boolean onlyPositive() {
        return this == GEOMETRIC_MEAN || this == HARMONIC_MEAN || this == POWER_MEAN;
    }

    /** Whether one of the components alone, or their product, is the result. */
    boolean folds() {
        return this == PRODUCT || this == MAXIMUM || this == MINIMUM;
    }
}
