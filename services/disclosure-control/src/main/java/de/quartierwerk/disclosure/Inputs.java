package de.quartierwerk.disclosure;

/** Whether the public sees the values from which a value was computed. */
public enum Inputs {
    /** All of them, or it was not computed. */
    PUBLIC,
    /** Some are secret, but not its denominator. */
    SECRET,
    /** Its denominator is secret. */
    SECRET_DENOMINATOR
}
