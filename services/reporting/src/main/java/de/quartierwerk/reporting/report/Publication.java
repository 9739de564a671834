package de.quartierwerk.reporting.report;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Publication of a report. */
@Schema(name = "ReportPublication", description = "Publication of a report")
public record Publication(
        @Size(max = 2000)
        @Schema(description = "Note on the publication", nullable = true, examples = "Im Ausschuss vorgestellt")
        String note) {}
