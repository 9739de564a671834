package de.quartierwerk.kit.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of bytes and texts, as files, headers and pages state it. */
public final class Sha256 {
    private Sha256() {}

    /** The hash in hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The value of {@code Content-Digest} (RFC 9530) for a hash in hexadecimal digits. */
    public static String digestHeader(String hex) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)) + ":";
    }

    /** The source by which a {@code Content-Security-Policy} allows a style sheet that stands in a page. */
    public static String source(String styles) {
        byte[] digest = digest(styles.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
