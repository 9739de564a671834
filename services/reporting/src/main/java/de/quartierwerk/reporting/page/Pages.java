package de.quartierwerk.reporting.page;

import de.quartierwerk.kit.web.Prepared;
import de.quartierwerk.kit.web.Sha256;
import de.quartierwerk.reporting.text.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers HTML pages. A page is one file without script, which readers can save and pass on; its content security
 * policy allows nothing but its style sheet, by the hash of it.
 */
@ApplicationScoped
public class Pages {
    private final String css;
    private final String paperCss;
    private final String policy;

    Pages() {
        this.css = read("/pages/page.css");
        this.paperCss = read("/pages/print.css");
        this.policy = policy(css);
    }

    private static String policy(String css) {
        return "default-src 'none'; style-src " + Sha256.source(css)
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    }

    /** The style sheet, to be written into the page exactly as it is. */
    public String css() {
        return css;
    }

    /** The style sheet for paper. */
    public String paperCss() {
        return paperCss;
    }

    /**
     * Says what a stored page may do: nothing but its own style sheet, which may be older than today's.
     *
     * @param page the page as it was stored
     */
    public void protect(Response.ResponseBuilder answer, byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        int from = html.indexOf("<style>") + "<style>".length();
        int to = html.indexOf("</style>");
        answer.header("Content-Security-Policy", policy(to < from ? css : html.substring(from, to)));
    }

    /** Answers a page in a language. */
    public RestResponse<Prepared> answer(Prepared html, Language language) {
        return RestResponse.ResponseBuilder.ok(html, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", policy)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.ETAG, html.tag())
                .build();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
