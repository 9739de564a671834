package de.quartierwerk.reporting.report;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publication that somebody wants. */
@Schema(description = "Publication of a report")
record PublicationRequest(
        @Size(max = 2000)
        @Schema(description = "Note on the publication", examples = "Im Ausschuss vorgestellt")
        @Nullable
        String note) {}
