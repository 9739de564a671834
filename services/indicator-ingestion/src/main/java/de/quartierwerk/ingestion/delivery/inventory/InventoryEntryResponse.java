package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stored entry of the inventory.
 *
 * @param code natural key
 * @param version from 1, one more with every change
 * @param data what it says about the data
 * @param changedAt when it was written
 */
@Schema(name = "InventoryEntryResponse", description = "A stored entry of the inventory")
public record InventoryEntryResponse(
        @Schema(examples = "school-entry") String code,
        @Schema(examples = "1") long version,
        @JsonUnwrapped DataHolding data,
        Instant changedAt) {}
