package de.quartierwerk.reporting.classification;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who found a need (Herkunft eines Bedarfs): a rule of the scheme, professionals or a municipality. */
public enum NeedOrigin {
    @JsonProperty("rule")
    RULE,
    @JsonProperty("qualitative")
    QUALITATIVE,
    @JsonProperty("municipal")
    MUNICIPAL
}
