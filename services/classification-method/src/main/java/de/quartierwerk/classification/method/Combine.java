package de.quartierwerk.classification.method;

/** How the components of an index become one number. */
public enum Combine implements Coded {
    /** Sum of the components; weights are ignored. */
    SUM,
    /** Sum of weight times component; the weights are taken as they are. */
    WEIGHTED_SUM,
    /** Weighted sum divided by the sum of the weights. */
    MEAN,
    /** exp(sum of weight * ln component / sum of weights); components must be positive. */
    GEOMETRIC_MEAN,
    /** Scores on the first principal component of the centred and scaled components. */
    FIRST_PRINCIPAL_COMPONENT
}
