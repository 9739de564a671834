package de.quartierwerk.reporting.report;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leads the pages for people at {@code /reporting/} to the resources, which JAX-RS keeps at {@code /reporting/v1/pages}
 * beside all others. A reader's bookmark has no version in it.
 */
@ApplicationScoped
class PortalRoute {
    private static final int BEFORE_ALL_BUT_FAILURES = -999_999;
    private static final String LED = PortalRoute.class.getName();
    private static final int FOUND = 302;
    private static final Pattern PAGES =
            Pattern.compile("/(?:|(?:handlungsfelder|indikatoren|berichte)(?:/[^/]+)?|raeume/([^/]+))");

    private final String root;
    private final String inside;

    PortalRoute(
            @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.rest.path") String rest) {
        this.root = root;
        this.inside = root + rest;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_BUT_FAILURES).handler(this::lead);
    }

    private void lead(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(root)) {
            sendTo(context, root + "/");
        } else if (isBrowser(context.request()) && path.equals(inside + "/needs")) {
            sendTo(context, root + "/");
        } else if (isBrowser(context.request()) && path.equals(inside + "/reports")) {
            sendTo(context, root + "/berichte");
        } else if (path.startsWith(inside + "/pages") && context.get(LED) == null) {
            context.fail(404);
        } else {
            Optional<String> target = target(path);
            if (target.isPresent()) {
                context.put(LED, true);
                chooseLanguage(context.request());
                context.reroute(inside + target.get() + query(context.request()));
            } else {
                context.next();
            }
        }
    }

    private static void sendTo(RoutingContext context, String address) {
        context.response().setStatusCode(FOUND).putHeader("Location", address).end();
    }

    /** Whether a page is wanted first of all, as browsers say. */
    private static boolean isBrowser(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaderNames.ACCEPT);
        return request.method().equals(HttpMethod.GET) && accept != null && accept.startsWith("text/html");
    }

    private Optional<String> target(String path) {
        if (!path.startsWith(root + "/")) {
            return Optional.empty();
        }
        Matcher page = PAGES.matcher(path.substring(root.length()));
        if (!page.matches()) {
            return Optional.empty();
        }
        String space = page.group(1);
        return Optional.of(space == null ? "/pages" + page.group() : "/spaces/" + space + "/profile");
    }

    /** The query without the language, which is a header from here on. */
    private static String query(HttpServerRequest request) {
        String query = request.query();
        if (query == null) {
            return "";
        }
        String rest = Stream.of(query.split("&", -1))
                .filter(part -> !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? "" : "?" + rest;
    }

    /** Pages are pages whatever a client accepts; a language in the address wins over the browser's. */
    private static void chooseLanguage(HttpServerRequest request) {
        request.headers().set(HttpHeaderNames.ACCEPT, "text/html");
        String language = request.getParam("lang");
        if ("de".equals(language) || "en".equals(language)) {
            request.headers().set(HttpHeaderNames.ACCEPT_LANGUAGE, language);
        }
    }
}
