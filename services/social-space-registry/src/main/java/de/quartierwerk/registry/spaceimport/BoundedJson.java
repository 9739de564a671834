package de.quartierwerk.registry.spaceimport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON in UTF-8 of which no text takes more than so many characters. What is beyond is left out, but not the quotation
 * mark at its end, so that the rest can be read. Record separators (RFC 8142) become white space; JSON itself cannot
 * hold them.
 */
final class BoundedJson extends FilterInputStream {
    private static final byte SEPARATOR = 0x1E;
    /** Digits of an escaped character. */
    private static final int DIGITS = 4;

    private static final int ESCAPE_BEGINS = DIGITS + 1;

    private final int longest;
    private boolean text;
    private int characters;
    /** Bytes of an escape that are yet to come. */
    private int escape;

    /** @param longest characters of a text; an escaped one counts once */
    BoundedJson(InputStream json, int longest) {
        super(json);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int kept = 0;
        int read = length == 0 ? 0 : in.read(into, offset, length);
        while (read > 0 && kept == 0) {
            for (int i = offset; i < offset + read; i++) {
                byte next = into[i];
                if (text ? keepsOfText(next) : keeps(next)) {
                    into[offset + kept++] = next == SEPARATOR ? (byte) '\n' : next;
                }
            }
            read = kept == 0 ? in.read(into, offset, length) : read;
        }
        return kept == 0 ? read : kept;
    }

    private boolean keeps(byte next) {
        if (next == '"') {
            text = true;
            characters = 0;
        }
        return true;
    }

    private boolean keepsOfText(byte next) {
        if (escape > 0) {
            escape = escape < ESCAPE_BEGINS ? escape - 1 : next == 'u' ? DIGITS : 0;
        } else if (next == '"') {
            text = false;
            return true;
        } else if (next >= 0 && next < ' ') {
            // no text of JSON has them: the parser tells where
            return true;
        } else if ((next & 0xC0) != 0x80) {
            characters++;
            escape = next == '\\' ? ESCAPE_BEGINS : 0;
        }
        return characters <= longest;
    }
}
