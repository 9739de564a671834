package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a delivered file is. */
public enum FileKind {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("xlsx")
    XLSX,
    /** Excel 97 to 2003. */
    @JsonProperty("xls")
    XLS,
    /** OpenDocument. */
    @JsonProperty("ods")
    ODS,
    /** Comma-separated values as the exchange standard of official statistics has them. */
    @JsonProperty("sdmx-csv")
    SDMX_CSV,
    @JsonProperty("json")
    JSON,
    /** A data set in JSON-stat 2.0. */
    @JsonProperty("json-stat")
    JSON_STAT;

    /** Whether it has sheets. */
    public boolean isSpreadsheet() {
        return this == XLSX || this == XLS || this == ODS;
    }
}
