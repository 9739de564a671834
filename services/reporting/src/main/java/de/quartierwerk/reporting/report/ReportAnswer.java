package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report as callers see it. */
@Schema(name = "Report", description = "A report; its document is at `reports/{id}/document`")
record ReportAnswer(
        @Schema(description = "Id of the report", examples = "5b0c7a86-2f5e-4f0e-9a43-0f6f4f1c2d10")
        UUID id,

        @Schema(description = "Kind of report", examples = "monitoring")
        String type,

        @Schema(description = "Space key; null for the whole installation", nullable = true, examples = "99001")
        String area,

        @Schema(description = "Period", examples = "2023") String period,

        @Schema(description = "Code of the only scheme it shows", nullable = true, examples = "fields-of-action")
        String scheme,

        @Schema(description = "Language of its pages", examples = "de")
        String language,

        @Schema(description = "How far it is") Report.State state,

        @Schema(
                description = "Published reports are there for everybody",
                enumeration = {"preliminary", "published"},
                examples = "published")
        String standing,

        Progress progress,

        @Schema(description = "Why it failed", nullable = true)
        Failure failure,

        @Schema(description = "When it was requested") Instant createdAt,

        @Schema(description = "When it was complete or failed", nullable = true)
        Instant finishedAt,

        @Schema(description = "When it was published", nullable = true)
        Instant publishedAt,

        @Schema(description = "Note on the publication", nullable = true, examples = "Im Ausschuss vorgestellt")
        String note) {

    /** Why a report failed. */
    @Schema(name = "ReportFailure", description = "Why a report failed")
    record Failure(
            @Schema(description = "Code of the problem", examples = "report.nothing-published")
            String code,

            @Schema(description = "The same in words", examples = "Nichts veröffentlicht")
            String message) {}
}
