package de.quartierwerk.ingestion.intake.file;

/** What holds for all spreadsheets. */
public final class Spreadsheet {
    /** Media type of XLSX. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Most rows of a sheet. */
    public static final int MOST_ROWS = 1_048_576;

    /** Most characters of a cell. */
    public static final int MOST_CHARACTERS = 32_767;

    private Spreadsheet() {}
}
