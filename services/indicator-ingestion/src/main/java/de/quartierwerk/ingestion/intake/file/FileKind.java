package de.quartierwerk.ingestion.intake.file;

/** What a delivered file is. */
public enum FileKind {
    CSV,
    XLSX,
    JSON
}
