package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Progress;
import de.quartierwerk.reporting.text.Language;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as callers see it. */
@Schema(description = "A report; its document is at `reports/{id}/document`")
record ReportResponse(
        @Schema(description = "Id of the report", examples = "5b0c7a86-2f5e-4f0e-9a43-0f6f4f1c2d10")
        UUID id,

        @Schema(description = "Kind of report", examples = "monitoring")
        ReportType type,

        @Schema(description = "Space key; null for the whole installation", examples = "99001") @Nullable
        String area,

        @Schema(description = "Period", examples = "2023") String period,

        @Schema(description = "Code of the only scheme it shows", examples = "fields-of-action") @Nullable
        String scheme,

        @Schema(description = "Language of its pages", examples = "de")
        Language language,

        @Schema(description = "How far it is") ReportState state,

        @Schema(description = "Everybody may see published reports", examples = "published")
        Standing standing,

        Progress progress,

        @Schema(description = "Why it failed") @Nullable Failure failure,

        @Schema(description = "Number of the version that it is or becomes", examples = "1")
        int number,

        @Schema(description = "The published report that it corrects") @Nullable
        UUID corrects,

        @Schema(description = "When it was requested") Instant createdAt,

        @Schema(description = "When it was complete or failed") @Nullable
        Instant finishedAt,

        @Schema(description = "When it was published") @Nullable
        Instant publishedAt,

        @Schema(description = "Note on the publication", examples = "Im Ausschuss vorgestellt") @Nullable
        String note) {

    /** Why a report failed. */
    @Schema(name = "ReportFailure", description = "Why a report failed")
    record Failure(
            @Schema(description = "Code of the problem", examples = "report.nothing-published")
            String code,

            @Schema(description = "The same in words", examples = "Nichts veröffentlicht")
            String message) {}

    /** The answer about a report in a language. */
    static ReportResponse of(Report report, Messages messages, Locale locale) {
        String code = report.failure();
        return of(report, code == null ? null : new Failure(code, messages.text(locale, code)));
    }

    /** The answer about a report; its failure in words. */
    static ReportResponse of(Report report, @Nullable Failure failure) {
        Publication publication = report.publication();
        return new ReportResponse(
                report.id(),
                report.subject().type(),
                report.subject().area(),
                report.subject().period(),
                report.subject().scheme(),
                report.subject().language(),
                report.state(),
                report.standing(),
                new Progress(report.done(), (long) report.total()),
                failure,
                report.number(),
                report.corrects(),
                report.createdAt(),
                report.finishedAt(),
                publication == null ? null : publication.at(),
                publication == null ? null : publication.note());
    }
}
