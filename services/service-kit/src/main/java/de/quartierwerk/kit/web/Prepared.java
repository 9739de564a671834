package de.quartierwerk.kit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer that was made once for all who ask: its bytes, as they are and packed, and its tag. */
public final class Prepared {
    private static final Pattern REFUSED = Pattern.compile(";q=0(\\.0*)?$");

    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    private Prepared(byte[] plain, byte[] packed, String tag) {
        this.plain = plain;
        this.packed = packed;
        this.tag = tag;
    }

    /** Keeps the bytes, which must not change any more. */
    public static Prepared of(byte[] bytes) {
        return new Prepared(bytes, pack(bytes), "W/\"" + AnswerFilter.hash(bytes) + '"');
    }

    /** The bytes as gzip. */
    static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The value of {@code ETag}: a hash of the bytes. */
    public String tag() {
        return tag;
    }

    byte[] plain() {
        return plain;
    }

    byte[] packed() {
        return packed;
    }

    /** Whether a caller with this {@code Accept-Encoding} gets packed bytes. */
    static boolean isSentPacked(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.startsWith("gzip")
                                && !REFUSED.matcher(coding).find());
    }

    int size() {
        return plain.length + packed.length;
    }
}
