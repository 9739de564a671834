package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** Who has seen what an observation reports (Art der Quelle). */
public enum SourceKind {
    /** A welfare association or another organisation. */
    @JsonProperty("association")
    ASSOCIATION("association"),
    /** People who work in the space. */
    @JsonProperty("professional")
    PROFESSIONAL("professional"),
    /** People who help there. */
    @JsonProperty("volunteer")
    VOLUNTEER("volunteer"),
    /** A survey among citizens, summed up. */
    @JsonProperty("survey")
    SURVEY("survey");

    @EnumeratedValue
    private final String text;

    SourceKind(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
