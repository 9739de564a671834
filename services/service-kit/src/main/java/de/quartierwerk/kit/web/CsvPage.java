package de.quartierwerk.kit.web;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A page of a list as CSV; the cursor of the next one goes into {@code Link}. */
record CsvPage(StreamingOutput table, @Nullable String next) implements StreamingOutput {
    @Override
    public void write(OutputStream output) throws IOException {
        table.write(output);
    }
}
