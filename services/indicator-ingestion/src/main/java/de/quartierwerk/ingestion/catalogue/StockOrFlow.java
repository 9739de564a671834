package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an indicator counts what is there or what happens (Bestands- oder Bewegungsgröße). */
public enum StockOrFlow {
    /** What is there on a day: all periods with that reference date show one number. */
    @JsonProperty("stock")
    STOCK,
    /** What happens in a period: a year is the sum of its quarters. */
    @JsonProperty("flow")
    FLOW
}
