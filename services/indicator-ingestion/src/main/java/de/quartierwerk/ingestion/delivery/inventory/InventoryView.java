package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored entry.
 *
 * @param code natural key
 * @param version from 1, one more with every change
 * @param entry what was written
 * @param changedAt when it was written
 */
@Schema(name = "InventoryEntryStored", description = "A stored entry of the inventory")
public record InventoryView(
        @Schema(examples = "school-entry") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped InventoryEntry entry,
        Instant changedAt) {}
