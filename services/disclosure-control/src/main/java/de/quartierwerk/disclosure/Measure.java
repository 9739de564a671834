package de.quartierwerk.disclosure;

/** The kinds of figure that the rules tell apart. */
public enum Measure {
    /** A number of cases. */
    COUNT,
    /** A part of a group of cases: numerator and denominator count the same kind of case. */
    SHARE,
    /** Cases in relation to something other than a group they belong to, e.g. inhabitants per square kilometre. */
    RATE,
    /** A sum divided by a number of cases. */
    MEAN,
    /** A figure that counts no cases. */
    OTHER
}
