package de.quartierwerk.classification.method;

/** Whether a high value is a burden (Belastung) or a relief (Entlastung); declared, never guessed. */
public enum Polarity implements Coded {
    /** High means burdened. */
    BURDEN,
    /** High means relieved: the sign is turned. */
    RELIEF,
    /** Declared neutral in the catalogue; a high value ranks first. */
    NEUTRAL;

    /** Factor that makes high mean burdened. */
    public double sign() {
        return this == RELIEF ? -1 : 1;
    }
}
