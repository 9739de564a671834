package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as the API shows it. */
@Schema(name = "SpaceImport", description = "An import of a file of spaces")
record ImportAnswer(
        @Schema(examples = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
        UUID id,

        SpaceImport.State state,
        boolean dryRun,
        Counts counts,

        @Schema(description = "The first faults and warnings, in the order of the rows")
        List<FindingAnswer> findings,

        @Schema(description = "How many faults and warnings there are in all", examples = "1")
        long findingsTotal,

        @Schema(description = "Rows taken over, of all") Progress progress,

        Instant startedAt,

        @Schema(nullable = true) Instant endedAt,

        @Schema(description = "Why the import as a whole failed", nullable = true)
        Failed failure) {

    ImportAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * Something wrong with a row.
     *
     * @param row number of the feature, from 1, or line of the CSV file; null when the whole file is meant
     */
    @Schema(name = "ImportFinding", description = "Something wrong with a row")
    record FindingAnswer(
            @Schema(
                    description = "Number of the feature, from 1, or line of the CSV file; null: the whole file",
                    nullable = true,
                    examples = "205")
            Integer row,

            @Schema(nullable = true, examples = "06010102") String key,

            @Schema(description = "Stable code for programs", examples = "duplicate-key")
            String code,

            @Schema(
                    description = "error: the row is left out; warning: it is taken",
                    enumeration = {"error", "warning"},
                    examples = "error")
            String severity,

            @Schema(nullable = true, examples = "06010102") String value,

            @Schema(
                    description = "In the language of Accept-Language",
                    examples = "Der Schlüssel stand schon in Zeile 124.")
            String message) {}

    /** Why an import failed. */
    @Schema(name = "ImportFailure", description = "Why the import as a whole failed")
    record Failed(
            @Schema(description = "Stable code for programs", examples = "area.forbidden")
            String code,

            @Schema(
                    description = "In the language of Accept-Language",
                    examples = "Ihre Zuständigkeit umfasst diesen Raum nicht.")
            String message) {}
}
