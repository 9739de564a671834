package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who saw it (Art der Quelle). */
public enum SourceKind {
    /** A welfare association or another organisation. */
    @JsonProperty("association")
    ASSOCIATION,
    /** People who work in the space. */
    @JsonProperty("professional")
    PROFESSIONAL,
    /** People who help there. */
    @JsonProperty("volunteer")
    VOLUNTEER,
    /** A survey among citizens, summed up. */
    @JsonProperty("survey")
    SURVEY;

    /** As written in documents. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
