package de.quartierwerk.reporting.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of number an indicator is (Kennzahlart). */
public enum IndicatorKind {
    @JsonProperty("count")
    COUNT,
    @JsonProperty("ratio")
    RATIO,
    @JsonProperty("mean")
    MEAN,
    @JsonProperty("index")
    INDEX
}
