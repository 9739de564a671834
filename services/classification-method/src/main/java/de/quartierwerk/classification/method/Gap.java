package de.quartierwerk.classification.method;

/** Why a space has no value of an index. */
public enum Gap implements Coded {
    /** It has one. */
    NONE,
    /** It is excluded from the run or fails the scheme's universe. */
    NOT_IN_UNIVERSE,
    /** A component has no value there, or a transformation or combination that is not defined for its value. */
    COMPONENT_MISSING,
    /** A geometric mean of a negative component, for which it is not defined. */
    NEGATIVE_COMPONENT,
    /** No component, or not the combined value, varies over the universe. */
    NOTHING_VARIES,
    /** The result is beyond the range of numbers. */
    NOT_COMPUTABLE;

    /** The reason that is written as {@code code}. */
    public static Gap of(String code) {
        return Coded.of(Gap.class, code);
    }
}
