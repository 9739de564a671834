package de.quartierwerk.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a high value is a burden or a relief (Wirkungsrichtung). */
public enum Polarity {
    @JsonProperty("burden")
    BURDEN,
    @JsonProperty("relief")
    RELIEF,
    @JsonProperty("neutral")
    NEUTRAL
}
