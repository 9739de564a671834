package de.quartierwerk.reporting.report;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published version of a report. */
@Schema(name = "ReportVersion", description = "A published version of a report")
record VersionResponse(
        @Schema(description = "Number of the version", examples = "1")
        int version,

        @Schema(description = "Whether a later version replaced it", examples = "false")
        boolean superseded,

        @Schema(description = "When it was published") Instant publishedAt,

        @Schema(description = "Note on the publication", examples = "Im Ausschuss vorgestellt") @Nullable
        String note,

        @Schema(description = "Why the version before was corrected", examples = "Nachgemeldete Werte") @Nullable
        String reason,

        @Schema(description = "Its forms") List<Manifest.FormEntry> forms) {}
