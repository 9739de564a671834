package de.quartierwerk.ingestion.intake.observation;

/** How far an observation is (Stand der Beobachtung). */
public enum ObservationState {
    /** Waits for moderation. */
    SUBMITTED,
    /** Everybody can read it. */
    RELEASED,
    /** Moderation refused it, with a reason. */
    REFUSED,
    /** Its submitter took it back. */
    WITHDRAWN
}
