package de.quartierwerk.registry.spaceimport;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the rows of a file; the last four add up to the first.
 *
 * @param received features or records of the file
 * @param created new spaces
 * @param updated changed spaces
 * @param unchanged spaces that were so already
 * @param rejected rows left out
 */
@Embeddable
@Schema(name = "ImportCounts", description = "What became of the rows; the last four add up to the first")
record Counts(
        @Schema(examples = "448") int received,
        @Schema(examples = "447") int created,
        @Schema(examples = "0") int updated,
        @Schema(examples = "0") int unchanged,
        @Schema(examples = "1") int rejected) {

    /** The counts before any row was compared. */
    static Counts ofReceived(int received) {
        return new Counts(received, 0, 0, 0, 0);
    }

    /** The counts where the whole file is left out. */
    Counts allRejected() {
        return new Counts(received, 0, 0, 0, received);
    }
}
