package de.quartierwerk.ingestion.file;

import java.io.IOException;

/** The file breaks off or is malformed from a line on, so that nothing after it can be read. */
public final class UnreadableRow extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String code;

    /**
     * @param line last line that was understood
     * @param cause what the parser met
     */
    public UnreadableRow(long line, Throwable cause) {
        super("unreadable after line " + line, cause);
        this.line = line;
        this.code = "file.breaks-off";
    }

    private UnreadableRow(String code, long line) {
        super(code + " in line " + line);
        this.line = line;
        this.code = code;
    }

    /** A quotation mark opens a cell that takes in the lines after it. */
    static UnreadableRow openQuotation(long line) {
        return new UnreadableRow("file.quotation-open", line);
    }

    /** The line where it happened, or the last line that was understood. */
    public long line() {
        return line;
    }

    /** Code of the finding, whose argument is the line. */
    public String code() {
        return code;
    }
}
