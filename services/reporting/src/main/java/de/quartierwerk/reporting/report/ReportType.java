package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.reporting.code.Codes;

/** Kind of a report (Berichtsart). */
public enum ReportType {
    /** Monitoring report (Monitoringbericht), the only kind that is offered so far. */
    @JsonProperty("monitoring")
    MONITORING,
    /** Social report (Sozialbericht). */
    @JsonProperty("social-report")
    SOCIAL_REPORT,
    /** Action concept (Handlungskonzept). */
    @JsonProperty("action-concept")
    ACTION_CONCEPT,
    /** Funding report (Förderbericht). */
    @JsonProperty("funding")
    FUNDING;

    /** The code, as callers write it. */
    @Override
    public String toString() {
        return Codes.of(this);
    }
}
