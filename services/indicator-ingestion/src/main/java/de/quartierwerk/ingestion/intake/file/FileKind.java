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
    @JsonProperty("json")
    JSON;

    /** Whether it has sheets. */
    public boolean isSpreadsheet() {
        return this == XLSX || this == XLS || this == ODS;
    }
}
