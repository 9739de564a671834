package de.quartierwerk.ingestion.intake.file;

/** What a spreadsheet's cell is besides a text or a number. */
public enum Oddity {
    NONE,
    /** A number that is shown as a date. */
    DATE,
    /** A formula that came out as an error, such as a division by zero. */
    ERROR,
    /** A formula whose result was not stored. */
    WITHOUT_RESULT,
    /** A cell that is part of a merged range. */
    MERGED
}
