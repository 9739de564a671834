package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.kit.problem.Invalid;
import java.util.Arrays;
import java.util.Locale;

/** How far the delivery of data is (Lieferstand). */
public enum DeliveryState {
    /** They are delivered. */
    @JsonProperty("delivered")
    DELIVERED,
    /** The holder has them, but nobody asked. */
    @JsonProperty("available")
    AVAILABLE,
    /** The holder will deliver them. */
    @JsonProperty("promised")
    PROMISED,
    /** The holder has them and may not deliver them. */
    @JsonProperty("restricted")
    RESTRICTED,
    /** Nobody has them. */
    @JsonProperty("missing")
    MISSING;

    /** As written in documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }

    /** Reads a query parameter. */
    static DeliveryState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Invalid.parameter("state", text, "inventory.state-unknown", Arrays.toString(values())));
    }
}
