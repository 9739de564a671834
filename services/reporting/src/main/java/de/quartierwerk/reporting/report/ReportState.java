package de.quartierwerk.reporting.report;

/** How far a report is. */
enum ReportState {
    RUNNING,
    COMPLETED,
    FAILED
}
