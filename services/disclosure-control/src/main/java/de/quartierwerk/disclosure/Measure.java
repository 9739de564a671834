package de.quartierwerk.disclosure;

/** What kind of figure the rules look at. */
public enum Measure {
    /** A number of cases. */
    COUNT,
    /** A part of a group of cases: numerator and denominator count the same kind of case. */
    SHARE,
    /** Cases related to something that is no group they belong to, e.g. inhabitants per square kilometre. */
    RATE,
    /** A sum divided by a number of cases. */
    MEAN,
    /** A figure that does not stand for cases. */
    OTHER
}
