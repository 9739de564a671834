package de.quartierwerk.reporting.classification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The values on which a run was computed (Wertegrundlage). */
public enum Basis {
    @JsonProperty("exact")
    EXACT,
    @JsonProperty("public")
    PUBLIC
}
