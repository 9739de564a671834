package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.AskedPath;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Leads {@code /registry/ogc} to the resources, which JAX-RS keeps at {@code /registry/v1/ogc} beside all others. A
 * client is given one address and finds everything by links, so a version of our own has no place in it.
 */
@ApplicationScoped
class OgcRoute {
    private static final int BEFORE_ALL_BUT_FAILURES = -999_999;
    private static final String LED = OgcRoute.class.getName();

    private final String outside;
    private final String inside;

    OgcRoute(
            @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.rest.path") String rest) {
        this.outside = root + "/ogc";
        this.inside = root + rest + "/ogc";
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_BUT_FAILURES).handler(this::lead);
    }

    private void lead(RoutingContext context) {
        String path = context.normalizedPath();
        if (isUnder(outside, path)) {
            context.put(LED, true);
            AskedPath.keep(context);
            chooseForm(context.request());
            String query = context.request().query();
            context.reroute(inside + path.substring(outside.length()) + (query == null ? "" : "?" + query));
        } else if (isUnder(inside, path) && context.get(LED) == null) {
            context.fail(404);
        } else {
            context.next();
        }
    }

    /** A form in the address wins over {@code Accept}: a link in a browser cannot say what it accepts. */
    private static void chooseForm(HttpServerRequest request) {
        String form = request.getParam("f");
        if ("html".equals(form)) {
            request.headers().set(HttpHeaders.ACCEPT, "text/html");
        } else if ("json".equals(form)) {
            request.headers().set(HttpHeaders.ACCEPT, "application/json");
        }
    }

    private static boolean isUnder(String path, String asked) {
        return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
    }
}
