package de.quartierwerk.ingestion.intake.submission;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A submission before it is stored.
 *
 * @param dryRun whether it leaves no value behind
 * @param upload where the uploaded file lies
 */
record NewSubmission(
        UUID id,
        boolean dryRun,
        Submission.Submitter submitter,
        Submission.DeliveredFile file,
        Path upload,
        Submission.Reading reading) {}
