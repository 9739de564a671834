package de.quartierwerk.registry.spaceimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts of any size. */
final class Texts {
    private static final int PORTION = 1 << 16;

    private Texts() {}

    /** Whether all bytes of a file are UTF-8. */
    static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(PORTION);
        CharBuffer characters = CharBuffer.allocate(PORTION);
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                if (decoder.decode(bytes, characters.clear(), ended).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return !decoder.flush(characters.clear()).isError();
    }

    /** Whether some bytes occur anywhere in a file. */
    static boolean contains(Path file, String ascii) throws IOException {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        byte[] portion = new byte[PORTION];
        int matched = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
                for (int i = 0; i < read; i++) {
                    matched = portion[i] == wanted[matched] ? matched + 1 : portion[i] == wanted[0] ? 1 : 0;
                    if (matched == wanted.length) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
