package de.quartierwerk.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of a published report that somebody wants. */
@Schema(description = "A correction of a published report")
record CorrectionRequest(
        @NotBlank
        @Size(max = 2000)
        @Schema(description = "Why the report is corrected", examples = "Nachgemeldete Werte des Jobcenters")
        String reason) {}
