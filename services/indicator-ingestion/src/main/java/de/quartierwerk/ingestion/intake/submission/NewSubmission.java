package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.file.FileFacts;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * A submission before it is stored.
 *
 * @param id its id
 * @param dryRun whether it shall leave no value behind
 * @param submitter who delivers it
 * @param organisation for whom, or null
 * @param scope areas the submitter may deliver for; null for all
 * @param readsExact whether the submitter may read what is suppressed
 * @param fileName name of the file
 * @param file where the upload lies
 * @param facts what a look at its bytes told
 * @param mapping what its columns mean
 * @param profile stored mapping that is used, or null
 * @param profileVersion version of it
 * @param detected how it is read
 * @param header its column names
 */
record NewSubmission(
        UUID id,
        boolean dryRun,
        String submitter,
        String organisation,
        List<String> scope,
        boolean readsExact,
        String fileName,
        Path file,
        FileFacts facts,
        Mapping mapping,
        String profile,
        Long profileVersion,
        Detected detected,
        List<String> header) {}
