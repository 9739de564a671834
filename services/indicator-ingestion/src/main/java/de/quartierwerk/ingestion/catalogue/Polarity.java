package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a high value means (Polung). */
public enum Polarity {
    /** High is burdened. */
    @JsonProperty("burden")
    BURDEN,
    /** High is relieved. */
    @JsonProperty("relief")
    RELIEF,
    /** Neither. */
    @JsonProperty("neutral")
    NEUTRAL;

    /** As written in documents and events. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }
}
