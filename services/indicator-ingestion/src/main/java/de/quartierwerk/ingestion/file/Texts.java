package de.quartierwerk.ingestion.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Bytes as characters. */
final class Texts {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Texts() {}

    /** A reader that leaves out a byte order mark at the start. */
    static Reader reader(InputStream content, Charset charset) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(content, charset), 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }
}
