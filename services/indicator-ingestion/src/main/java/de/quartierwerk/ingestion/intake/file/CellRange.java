package de.quartierwerk.ingestion.intake.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of cells.
 *
 * @param firstLine its first row, from 1
 * @param firstColumn its first column, from 0
 * @param lastLine its last row
 * @param lastColumn its last column
 */
record CellRange(int firstLine, int firstColumn, int lastLine, int lastColumn) {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    /** Reads {@code B2:C5}; empty where the text is no range. */
    static Optional<CellRange> parse(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches()
                ? Optional.of(new CellRange(
                        Integer.parseInt(parts.group(2)),
                        CellName.column(parts.group(1)),
                        Integer.parseInt(parts.group(4)),
                        CellName.column(parts.group(3))))
                : Optional.empty();
    }

    boolean overSeveralRows() {
        return lastLine > firstLine;
    }
}
