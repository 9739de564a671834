package de.quartierwerk.registry.geofile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Says whether bytes can be UTF-8, without holding them all. */
final class Utf8Check {
    private static final int PORTION = 8192;

    private Utf8Check() {}

    static boolean holds(InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(PORTION);
        CharBuffer text = CharBuffer.allocate(PORTION);
        int read;
        do {
            read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            bytes.position(bytes.position() + Math.max(read, 0)).flip();
            if (decoder.decode(bytes, text.clear(), read < 0).isError()) {
                return false;
            }
            bytes.compact();
        } while (read >= 0);
        return true;
    }
}
