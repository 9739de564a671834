package de.quartierwerk.ingestion.intake.file;

/** One row of a delivered table. */
public interface TableRow {
    /** Line of the file, row of the sheet or number of the object, counted from 1. */
    long line();

    /** Number of cells. */
    int size();

    /** The cell's text without blanks around it; empty where the row is shorter. Columns count from 0. */
    String text(int column);

    /**
     * Whether the cell's text is a number as a machine writes it (a spreadsheet's or JSON's number): {@code .} before
     * decimals, no grouping.
     */
    boolean plain(int column);

    /** Whether its cells are counted off by delimiters, so that one too many or too few shifts those after it. */
    default boolean delimited() {
        return false;
    }

    /** Whether the spreadsheet hides the row. */
    default boolean hidden() {
        return false;
    }

    /** What the cell is besides a text or a number. */
    default Oddity oddity(int column) {
        return Oddity.NONE;
    }
}
