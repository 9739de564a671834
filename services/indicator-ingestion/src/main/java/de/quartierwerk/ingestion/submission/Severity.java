package de.quartierwerk.ingestion.submission;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The value cannot be used. */
    ERROR,
    /** The value can be used, but should be looked at. */
    WARNING;

    /** As written in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
