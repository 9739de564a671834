package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How sure an observation is (Sicherheit). */
public enum Certainty {
    /** Seen again and again, or by several. */
    @JsonProperty("certain")
    CERTAIN,
    /** More likely than not. */
    @JsonProperty("likely")
    LIKELY,
    /** A single hint. */
    @JsonProperty("possible")
    POSSIBLE;

    /** As written in documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Certainty of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
