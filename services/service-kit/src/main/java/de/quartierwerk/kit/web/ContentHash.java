package de.quartierwerk.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the parts of a request's content; each part counts with its place and length. */
final class ContentHash {

    private static final int BUFFER = 64 * 1024;

    private ContentHash() {}

    static String of(List<?> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                add(digest, part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(MessageDigest digest, Object part) throws IOException {
        if (part instanceof Path file) {
            length(digest, Files.size(file));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        } else if (part == null) {
            length(digest, -1);
        } else {
            byte[] bytes =
                    part instanceof byte[] given ? given : part.toString().getBytes(StandardCharsets.UTF_8);
            length(digest, bytes.length);
            digest.update(bytes);
        }
    }

    private static void length(MessageDigest digest, long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).flip());
    }
}
