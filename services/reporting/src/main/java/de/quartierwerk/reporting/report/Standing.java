package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether everybody may see a report. */
enum Standing {
    @JsonProperty("preliminary")
    PRELIMINARY,
    @JsonProperty("published")
    PUBLISHED
}
