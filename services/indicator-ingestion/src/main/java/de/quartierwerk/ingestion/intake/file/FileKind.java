package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a delivered file is. */
public enum FileKind {
    @JsonProperty("csv")
    CSV,
    @JsonProperty("xlsx")
    XLSX,
    @JsonProperty("json")
    JSON
}
