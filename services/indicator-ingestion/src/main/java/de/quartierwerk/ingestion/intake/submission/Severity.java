package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The value cannot be used. */
    @JsonProperty("error")
    ERROR,
    /** The value can be used, but should be looked at. */
    @JsonProperty("warning")
    WARNING,
    /** Nothing is wrong, but it may be good to know. */
    @JsonProperty("hint")
    HINT;

    /** The way back from {@link #text()}. */
    public static Severity of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** As written in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
