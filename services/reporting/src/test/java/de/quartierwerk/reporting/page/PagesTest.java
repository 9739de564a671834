package de.quartierwerk.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.web.Prepared;
import de.quartierwerk.reporting.text.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Prepared PAGE = Prepared.of("<html></html>".getBytes(StandardCharsets.UTF_8));
    private final Pages pages = new Pages();

    @Test
    void allowsNothingButTheStyleSheetOfThePage() throws NoSuchAlgorithmException {
        byte[] css = pages.css().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(css));

        RestResponse<Prepared> page = pages.answer(PAGE, Language.EN);

        assertThat(page.getHeaderString("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'");
    }

    @Test
    void namesLanguageAndCharset() {
        RestResponse<Prepared> page = pages.answer(PAGE, Language.DE);

        assertThat(page.getHeaderString("Content-Language")).isEqualTo("de");
        assertThat(page.getMediaType()).hasToString("text/html;charset=utf-8");
    }
}
