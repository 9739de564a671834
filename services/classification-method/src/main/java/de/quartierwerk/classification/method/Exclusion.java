package de.quartierwerk.classification.method;

/** Why a space takes no part in a run. */
public enum Exclusion implements Coded {
    /** It takes part. */
    NONE,
    /** It was excluded when the run was started. */
    EXCLUDED_BY_RUN,
    /** The scheme's minimum is not reached. */
    BELOW_MINIMUM,
    /** The indicator of the scheme's minimum has no value, or a suppressed one. */
    MINIMUM_UNKNOWN,
    /** It lacks an attribute that the scheme asks for. */
    ATTRIBUTE_DIFFERS
}
