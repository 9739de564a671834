package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What part of an indicator's value a column holds. */
public enum Measure {
    @JsonProperty("value")
    VALUE,
    @JsonProperty("numerator")
    NUMERATOR,
    @JsonProperty("denominator")
    DENOMINATOR,
    /** The key that says how the platform changes the count. */
    @JsonProperty("cell-key")
    CELL_KEY,
    /** One of the largest contributions to the sum. */
    @JsonProperty("contribution")
    CONTRIBUTION;

    /** As written in mappings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
