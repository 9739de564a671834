package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** How far the delivery of data is (Lieferstand). */
public enum DeliveryState {
    /** They are delivered. */
    @JsonProperty("delivered")
    DELIVERED("delivered"),
    /** The holder has them, but nobody asked. */
    @JsonProperty("available")
    AVAILABLE("available"),
    /** The holder will deliver them. */
    @JsonProperty("promised")
    PROMISED("promised"),
    /** The holder has them and may not deliver them. */
    @JsonProperty("restricted")
    RESTRICTED("restricted"),
    /** Nobody has them. */
    @JsonProperty("missing")
    MISSING("missing");

    @EnumeratedValue
    private final String text;

    DeliveryState(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
