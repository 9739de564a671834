package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.reporting.code.Codes;

/** A form in which a report is handed out (Ausgabeform). */
enum ReportForm {
    @JsonProperty("json")
    JSON("application/json"),
    @JsonProperty("html")
    HTML("text/html;charset=utf-8"),
    /** A file for paper, PDF/A-2a and PDF/UA-1. */
    @JsonProperty("pdf")
    PDF("application/pdf"),
    @JsonProperty("xlsx")
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** An archive of tables. */
    @JsonProperty("csv")
    CSV("application/zip");

    private final String mediaType;

    ReportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** Name of a file with the report. */
    String fileName(String id) {
        return "bericht-" + id + (this == CSV ? ".zip" : "." + this);
    }

    /** The code, as callers write it. */
    @Override
    public String toString() {
        return Codes.of(this);
    }
}
