package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of figure an indicator is (Art des Indikators). */
public enum Kind {
    /** Number of cases. */
    @JsonProperty("count")
    COUNT,
    /** Numerator related to a denominator. */
    @JsonProperty("ratio")
    RATIO,
    /** Mean or median. */
    @JsonProperty("mean")
    MEAN,
    /** Any other figure. */
    @JsonProperty("index")
    INDEX;

    /** As written in documents and events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }
}
