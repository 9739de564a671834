package de.quartierwerk.registry.ogc;

/** The parameter {@code f}: the form of an answer, for clients that cannot say what they accept. */
enum Form {
    /** For programs. */
    json,
    /** For people. */
    html
}
