package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By what spaces are found. */
public enum SpaceMatch {
    /** By key only. */
    @JsonProperty("key")
    KEY,
    /** By name only. */
    @JsonProperty("name")
    NAME;

    /** As written in mappings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
