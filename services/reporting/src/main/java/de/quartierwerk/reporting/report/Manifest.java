package de.quartierwerk.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a published version was made of, and the hash of each of its forms. */
@Schema(name = "ReportManifest", description = "What a published version was made of")
record Manifest(
        @Schema(description = "Id of the report") UUID report,

        @Schema(description = "Number of the version", examples = "1")
        int version,

        @Schema(description = "When it was published") Instant publishedAt,

        @Schema(description = "Why the version before was corrected", examples = "Nachgemeldete Werte") @Nullable
        String reason,

        @Schema(description = "Runs shown") List<ManifestRun> runs,

        @Schema(description = "Ids of the releases of values shown")
        List<UUID> releases,

        @Schema(
                description = "SHA-256 of the templates and words that rendered it",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String template,

        @Schema(description = "Version of the software", examples = "0.1.0")
        String software,

        @Schema(description = "Its forms") List<FormEntry> forms) {

    /** A run with the scheme that classified and the day of the boundaries. */
    @Schema(description = "A run shown in the report")
    record ManifestRun(
            @Schema(description = "Id of the run") UUID id,

            @Schema(description = "Scheme", examples = "fields-of-action")
            String scheme,

            @Schema(description = "Version of the scheme", examples = "1")
            long schemeVersion,

            @Schema(description = "Period", examples = "2023")
            String period,

            @Schema(description = "Day of the boundaries") LocalDate asOf) {}

    /** A form with its hash and size. */
    @Schema(name = "ReportFormEntry", description = "A form with its hash and size")
    record FormEntry(
            @Schema(description = "The form", examples = "html")
            ReportForm form,

            @Schema(description = "Media type", examples = "text/html;charset=utf-8")
            String mediaType,

            @Schema(
                    description = "SHA-256 of the bytes, hexadecimal",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(description = "Size in bytes", examples = "120000")
            long size) {}
}
