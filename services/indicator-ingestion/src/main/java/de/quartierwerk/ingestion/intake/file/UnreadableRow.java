package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file breaks off or is malformed from a line on, so that nothing after it can be read. */
public final class UnreadableRow extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String code;
    private final String argument;

    /**
     * @param line last line that was understood
     * @param cause what the parser met
     */
    public UnreadableRow(long line, @Nullable Throwable cause) {
        super("unreadable after line " + line, cause);
        this.line = line;
        this.code = "file.breaks-off";
        this.argument = Long.toString(line);
    }

    private UnreadableRow(long line, String code, String argument) {
        super(code + ": " + argument);
        this.line = line;
        this.code = code;
        this.argument = argument;
    }

    /** A quotation mark opens a cell that takes in the lines after it. */
    static UnreadableRow openQuotation(long line) {
        return new UnreadableRow(line, "file.quotation-open", Long.toString(line));
    }

    /** A row of SDMX-CSV deletes values instead of giving one. */
    static UnreadableRow deletion(long line) {
        return new UnreadableRow(line, "file.sdmx-deletion", Long.toString(line));
    }

    /** No row up to the last has a member that every file of its kind must have. */
    static UnreadableRow memberMissing(long line, String name) {
        return new UnreadableRow(line, "file.member-missing", name);
    }

    /** The line where it happened, or the last line that was understood. */
    public long line() {
        return line;
    }

    /** Code of the finding. */
    public String code() {
        return code;
    }

    /** What the finding names: the line, or what is missing. */
    public String argument() {
        return argument;
    }
}
