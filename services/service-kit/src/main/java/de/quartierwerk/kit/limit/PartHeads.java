package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Invalid;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The content of a form, in which the headers of a part may not be long: the parser keeps them in memory, and knows no
 * limit for them as it does for texts (RFC 2046 section 5.1.1).
 */
final class PartHeads extends FilterInputStream {
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] delimiter;
    private boolean head;
    private int matched;
    private int length;

    PartHeads(InputStream form, String boundary) {
        super(form);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // the first delimiter needs no line before it
        this.matched = 2;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            look((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
        int count = super.read(into, offset, most);
        for (int i = offset; i < offset + count; i++) {
            look(into[i]);
        }
        return count;
    }

    private void look(byte next) {
        if (head && ++length > LONGEST_HEAD) {
            throw Invalid.request("form.malformed", List.of());
        }
        byte[] wanted = head ? END_OF_HEAD : delimiter;
        if (next == wanted[matched]) {
            matched++;
        } else {
            // both begin with the only line break in them, or with two
            matched = next == '\r' ? 1 : 0;
        }
        if (matched == wanted.length) {
            head = !head;
            // the end of a head may be the line before the next delimiter
            matched = head ? 0 : 2;
            length = 0;
        }
    }
}
