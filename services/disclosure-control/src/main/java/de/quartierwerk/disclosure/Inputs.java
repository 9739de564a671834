package de.quartierwerk.disclosure;

/** Whether the public sees the values from which another one was computed. */
public enum Inputs {
    /** All of them, or it was not computed. */
    PUBLIC,
    /** Not all, but its denominator. */
    SECRET,
    /** Not its denominator. */
    SECRET_DENOMINATOR
}
