package de.quartierwerk.ingestion.intake.submission;

import org.jspecify.annotations.Nullable;

/**
 * A place of a file.
 *
 * @param line line, row or object, from 1; null for the whole file
 * @param column name or number of the column
 * @param cell the cell as spreadsheets name it ({@code C7}, or {@code '2023'!C7})
 */
public record Place(
        @Nullable Long line,
        @Nullable String column,
        @Nullable String cell) {
    /** The whole file. */
    public static final Place FILE = new Place(null, null, null);
}
