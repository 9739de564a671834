package de.quartierwerk.kit.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer says to browsers and caches, whoever gives it: that its type is what it says, that addresses are
 * told to nobody, that nothing in it may load or run, and on which headers of the request it depends. A page says with
 * a policy of its own what it needs.
 */
@ApplicationScoped
class AnswerHeaders {

    /** JAX-RS tells a part of it, where an operation has several forms. */
    private static final String VARY = "Vary";

    private static final int FIRST = -1_000_001;

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> USUAL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            VARY,
            "Accept, Accept-Encoding, Accept-Language, Authorization, Origin");

    private final String pages;
    private final Map<String, String> ofPages = new LinkedHashMap<>(USUAL);

    AnswerHeaders(
            @ConfigProperty(name = "quarkus.swagger-ui.path") String pages,
            @ConfigProperty(name = "quartierwerk.http.docs-policy") String policy) {
        this.pages = pages;
        ofPages.put(POLICY, policy);
    }

    /** Just before a head is sent: rerouting and answers of libraries forget what was set before. */
    void register(@Observes Router router) {
        router.route().order(FIRST).handler(context -> {
            context.addHeadersEndHandler(now -> complete(context.request()));
            context.next();
        });
    }

    /** Adds what the answer does not say itself. */
    void complete(HttpServerRequest request) {
        boolean page = request.path() != null && request.path().startsWith(pages);
        MultiMap headers = request.response().headers();
        (page ? ofPages : USUAL).forEach((name, value) -> {
            if (name.equals(VARY) || !headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }

    /** Those of an answer without a request. */
    static Map<String, String> usual() {
        return USUAL;
    }
}
