package de.quartierwerk.kit.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A table as CSV, made by {@link CsvAnswer}; the cursor of the next page, if any, goes into {@code Link}. */
record CsvPage(StreamingOutput table, @Nullable String next) implements StreamingOutput {
    @Override
    public void write(OutputStream output) throws IOException {
        table.write(output);
    }
}
