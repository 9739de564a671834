package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as the API shows it. */
@Schema(name = "SpaceImport", description = "An import of a file of spaces")
record ImportResponse(
        @Schema(examples = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
        UUID id,

        SpaceImport.State state,
        boolean dryRun,
        Counts counts,

        @Schema(description = "The first faults and warnings, in the order of the rows")
        List<FindingResponse> findings,

        @Schema(description = "How many faults and warnings there are in all", examples = "1")
        long findingsTotal,

        @Schema(description = "Rows read, then rows checked, then rows published, of all")
        Progress progress,

        SpaceImport.@Nullable Phase phase,

        Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Why the import as a whole failed") @Nullable
        ImportFailure failure) {

    ImportResponse {
        findings = List.copyOf(findings);
    }

    boolean hasEnded() {
        return state != SpaceImport.State.RUNNING;
    }

    /** Why an import failed. */
    @Schema(name = "ImportFailure", description = "Why the import as a whole failed")
    record ImportFailure(
            @Schema(description = "Stable code for programs", examples = "area.forbidden")
            String code,

            @Schema(
                    description = "In the language of Accept-Language",
                    examples = "Ihre Zuständigkeit umfasst diesen Raum nicht.")
            String message) {}
}
