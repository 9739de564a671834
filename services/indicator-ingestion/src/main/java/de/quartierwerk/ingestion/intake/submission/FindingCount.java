package de.quartierwerk.ingestion.intake.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often something was found. */
@Schema(name = "FindingCount", description = "How often something was found")
public record FindingCount(
        @Schema(description = "Stable code for programs", examples = "number.malformed")
        String code,

        Severity severity,
        @Schema(examples = "12") long count) {}
