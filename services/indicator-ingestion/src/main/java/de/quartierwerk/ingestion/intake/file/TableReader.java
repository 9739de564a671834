package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a delivered table row by row. */
public interface TableReader extends AutoCloseable {
    /** The column names; numbers {@code 1}, {@code 2}, … where the file has no header. */
    List<String> header();

    /**
     * The next row of data.
     *
     * @throws UnreadableRow where the file cannot be read on
     */
    Optional<TableRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
