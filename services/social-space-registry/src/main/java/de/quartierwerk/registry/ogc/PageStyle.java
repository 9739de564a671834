package de.quartierwerk.registry.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The style sheet that stands in every page, and the content security policy that allows it alone.
 *
 * @param css the style sheet, to be written into the page exactly as it is
 * @param policy value of {@code Content-Security-Policy}
 */
record PageStyle(String css, String policy) {
    static PageStyle read() {
        try (InputStream in = Objects.requireNonNull(PageStyle.class.getResourceAsStream("/ogc/page.css"))) {
            byte[] css = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css);
            return new PageStyle(
                    new String(css, StandardCharsets.UTF_8),
                    "default-src 'none'; style-src 'sha256-"
                            + Base64.getEncoder().encodeToString(hash)
                            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
