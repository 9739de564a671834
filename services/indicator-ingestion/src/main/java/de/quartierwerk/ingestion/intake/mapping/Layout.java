package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a table lays out its values (Aufbau der Tabelle). */
public enum Layout {
    /** Several values in a row: a column per indicator, period or space. */
    @JsonProperty("wide")
    WIDE,
    /** A row per value. */
    @JsonProperty("long")
    LONG;

    /** As written in mappings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
