package de.quartierwerk.ingestion.file;

/** What a delivered file is. */
public enum FileKind {
    CSV,
    XLSX,
    JSON
}
