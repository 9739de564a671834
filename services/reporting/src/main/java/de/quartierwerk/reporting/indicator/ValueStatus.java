package de.quartierwerk.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Status of a value after disclosure control (Wertstatus). */
public enum ValueStatus {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("estimated")
    ESTIMATED,
    @JsonProperty("unreliable")
    UNRELIABLE,
    @JsonProperty("missing")
    MISSING,
    @JsonProperty("suppressed")
    SUPPRESSED
}
