package de.quartierwerk.ingestion.submission;

import java.util.List;

/**
 * Something about a place of a file (Befund), stored as code and arguments.
 *
 * @param line line, row or object, from 1; null where it is about the whole file
 * @param column name or number of the column, or null
 * @param cell the cell as spreadsheets name it ({@code C7}, or {@code '2023'!C7}), or null
 * @param code stable code, a key of the message bundles
 * @param severity how much it matters
 * @param value the cell's text, or null
 * @param arguments of the message
 */
public record Finding(
        Long line, String column, String cell, String code, Severity severity, String value, List<String> arguments) {
    private static final int LONGEST_VALUE = 200;

    /** Cuts the value and copies the arguments. */
    public Finding {
        arguments = List.copyOf(arguments);
        value = value != null && value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}
