package de.quartierwerk.ingestion.delivery.inventory;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** An entry of the inventory (Eintrag des Datenbestands). */
@Entity
class InventoryEntry {

    @Id
    String code;

    @Version
    long version = 1;

    @Embedded
    DataHolding data;

    Instant changedAt;
    String changedBy;

    InventoryEntryResponse response() {
        return new InventoryEntryResponse(code, version, data, changedAt);
    }
}
