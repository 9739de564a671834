package de.quartierwerk.ingestion.intake.submission;

/** How far a submission is (Stand der Lieferung). */
public enum State {
    /** Stored, not looked at. */
    RECEIVED,
    /** Being checked. */
    VALIDATING,
    /** Nothing of it can be used, or a steward refused it. */
    REJECTED,
    /** Its good values wait for approval. */
    VALIDATED,
    /** Approved; its values are being released. */
    RELEASING,
    /** Its values are known to the other services. */
    RELEASED,
    /** Taken back: before approval, or its values by a later submission. */
    WITHDRAWN;

    /** Whether nothing follows any more. */
    public boolean last() {
        return this == REJECTED || this == RELEASED || this == WITHDRAWN;
    }
}
