package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** How a delivered file is compressed. */
public enum Packing {
    @JsonProperty("none")
    NONE,
    @JsonProperty("gzip")
    GZIP,
    /** An archive with exactly one file. */
    @JsonProperty("zip")
    ZIP;

    private static final int BUFFER_BYTES = 64 * 1024;

    /** The content of a delivered file that has been looked through, uncompressed. */
    public InputStream open(InputStream delivered) throws IOException {
        return open(delivered, skipped -> {});
    }

    /**
     * The content of a delivered file, uncompressed.
     *
     * @param skipping takes how many bytes of an archive have been unpacked to be passed over
     */
    InputStream open(InputStream delivered, LongConsumer skipping) throws IOException {
        return switch (this) {
            case NONE -> delivered;
            case GZIP -> new GZIPInputStream(delivered, BUFFER_BYTES);
            case ZIP -> new ZippedFile(delivered, skipping);
        };
    }
}
