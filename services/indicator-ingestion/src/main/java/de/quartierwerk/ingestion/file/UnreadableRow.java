package de.quartierwerk.ingestion.file;

import java.io.IOException;

/** The file breaks off or is malformed from a line on, so that nothing after it can be read. */
public final class UnreadableRow extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line last line that was understood
     * @param cause what the parser met
     */
    public UnreadableRow(long line, Throwable cause) {
        super("unreadable after line " + line, cause);
        this.line = line;
    }

    /** The last line that was understood. */
    public long line() {
        return line;
    }
}
