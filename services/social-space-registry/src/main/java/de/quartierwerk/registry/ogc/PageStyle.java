package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.web.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PageStyle(
                    css,
                    "default-src 'none'; style-src " + Sha256.source(css)
                            + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
