package de.quartierwerk.ingestion.intake.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file holds.
 *
 * @param rows rows that count
 * @param values values found in them: created, updated, unchanged and rejected ones
 * @param created values for cells that have none
 * @param updated values that differ from the known ones
 * @param unchanged values that are known already
 * @param rejected values that cannot be used
 * @param warnings warnings
 */
@Schema(
        name = "SubmissionCounts",
        description = "What the file holds: values = created + updated + unchanged + rejected")
public record Counts(
        @Schema(examples = "434") long rows,
        @Schema(examples = "3472") long values,
        @Schema(examples = "3470") long created,
        @Schema(examples = "0") long updated,
        @Schema(examples = "0") long unchanged,
        @Schema(examples = "2") long rejected,
        @Schema(examples = "0") long warnings) {}
