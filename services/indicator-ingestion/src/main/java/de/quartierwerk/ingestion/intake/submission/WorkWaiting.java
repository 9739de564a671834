package de.quartierwerk.ingestion.intake.submission;

import java.util.UUID;

/**
 * Fired in a transaction after which the service itself has to go on with a submission.
 *
 * @param submission its id
 */
public record WorkWaiting(UUID submission) {}
