package de.quartierwerk.kit.problem;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.options.HttpServerCommonHandlers;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Field;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Leads requests for paths outside of {@code /<root>} through the routes of the application too, so that they get CORS
 * headers and a problem document. Quarkus answers them in an outer router that it shows nobody; its handler is replaced
 * where Quarkus keeps it, before the server opens its port.
 */
@ApplicationScoped
class OutsidePaths {

    private final String root;
    private final RequestLine requestLine;
    private @Nullable Handler<HttpServerRequest> routes;

    OutsidePaths(@ConfigProperty(name = "quarkus.http.root-path") String root, RequestLine requestLine) {
        this.root = root;
        this.requestLine = requestLine;
    }

    /**
     * Lets addresses that are none come here too: Quarkus answers them without a body, unless it finds this at its
     * start.
     */
    static void takeAllAddresses(@Observes @Initialized(ApplicationScoped.class) Object starting) {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void remember(@Observes Router router) {
        routes = HttpServerCommonHandlers.enforceDuplicatedContext(router, true);
    }

    @SuppressWarnings("unchecked")
    void lead(@Observes StartupEvent started) throws ReflectiveOperationException {
        Field handler = VertxHttpRecorder.class.getDeclaredField("rootHandler");
        handler.setAccessible(true);
        Handler<HttpServerRequest> inside = (Handler<HttpServerRequest>) handler.get(null);
        Handler<HttpServerRequest> outside = Objects.requireNonNull(routes);
        handler.set(null, (Handler<HttpServerRequest>) request -> {
            if (!requestLine.answers(request)) {
                (isInside(request) ? inside : outside).handle(request);
            }
        });
    }

    /** Whether a request in the application's routes came for a path outside of it. */
    static boolean isOutside(RoutingContext context) {
        return context.mountPoint() == null;
    }

    private boolean isInside(HttpServerRequest request) {
        String path = HttpUtils.normalizePath(request.path());
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
