package de.quartierwerk.ingestion.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the import of a catalogue led to.
 *
 * @param dryRun whether nothing was stored
 * @param hash of the package
 * @param version of the catalogue afterwards
 * @param counts of the definitions
 */
@Schema(name = "CatalogueImportResponse", description = "What the import of a catalogue led to")
public record CatalogueImportResponse(
        @Schema(examples = "false") boolean dryRun,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        @Schema(examples = "141") long version,
        Counts counts) {

    /** Definitions: received = created + updated + unchanged. */
    @Schema(name = "CatalogueCounts", description = "Definitions: received = created + updated + unchanged")
    public record Counts(
            @Schema(examples = "141") int received,
            @Schema(examples = "140") int created,
            @Schema(examples = "1") int updated,
            @Schema(examples = "0") int unchanged) {}
}
