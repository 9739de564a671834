package de.quartierwerk.events;

/** Status of a value (Wertstatus), written in lower case as in the public API. */
public final class ValueStatus {
    public static final String NORMAL = "normal";
    public static final String ESTIMATED = "estimated";
    public static final String UNRELIABLE = "unreliable";
    public static final String MISSING = "missing";
    public static final String SUPPRESSED = "suppressed";

    private ValueStatus() {}
}
