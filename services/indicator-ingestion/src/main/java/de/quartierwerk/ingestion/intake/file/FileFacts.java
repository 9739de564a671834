package de.quartierwerk.ingestion.intake.file;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * What a look at all bytes of a file tells.
 *
 * @param kind what it is
 * @param packing how it came compressed
 * @param size bytes as delivered
 * @param sha256 hash of the bytes as delivered, hexadecimal
 * @param charset charset of its text; UTF-8 for a spreadsheet
 * @param head the first characters of its text, at most {@link FileScan#HEAD_BYTES} bytes of them; empty for a
 *     spreadsheet
 * @param wholeInHead whether the head is all there is
 */
public record FileFacts(
        FileKind kind, Packing packing, long size, String sha256, Charset charset, String head, boolean wholeInHead) {
    public FileFacts {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(packing);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(charset);
        Objects.requireNonNull(head);
    }
}
