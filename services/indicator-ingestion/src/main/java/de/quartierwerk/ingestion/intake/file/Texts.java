package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Bytes as characters, and what stands in cells. */
final class Texts {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Texts() {}

    /** A text without what cannot be seen around it: blanks of any kind, of any width or none. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isInvisible(text.charAt(from))) {
            from++;
        }
        while (to > from && isInvisible(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isInvisible(char c) {
        return c <= ' '
                || (c >= 0x7f
                        && (Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.isISOControl(c)));
    }

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
