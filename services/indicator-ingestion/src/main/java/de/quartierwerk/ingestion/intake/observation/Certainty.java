package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** How sure an observation is (Sicherheit). */
public enum Certainty {
    /** Seen again and again, or by several. */
    @JsonProperty("certain")
    CERTAIN("certain"),
    /** More likely than not. */
    @JsonProperty("likely")
    LIKELY("likely"),
    /** A single hint. */
    @JsonProperty("possible")
    POSSIBLE("possible");

    @EnumeratedValue
    private final String text;

    Certainty(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
