package de.quartierwerk.kit.problem;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Problem documents where the HTTP layer answers before or beside JAX-RS. What is refused before is refused after the
 * headers for other origins (CORS) were set, so that scripts of those origins can read it.
 */
@ApplicationScoped
class ProblemRoutes {

    private static final String PATH_IN_METRICS = "UrlPathTemplate";

    private static final int BEFORE_ALL = -1_000_000;

    /** CORS is at -300, authentication at -200. */
    private static final int BEFORE_CORS = -310;

    private static final int AFTER_CORS = -290;

    private static final int AFTER_ALL = 1_000_000;

    private final ProblemAnswers answers;
    private final RequestLimits limits;
    private final ReadOnlyPaths readOnly;
    private final Origins origins;
    private final String exposed;

    ProblemRoutes(
            ProblemAnswers answers,
            RequestLimits limits,
            ReadOnlyPaths readOnly,
            Origins origins,
            @ConfigProperty(name = "quarkus.http.cors.exposed-headers") String exposed) {
        this.exposed = exposed;
        this.answers = answers;
        this.limits = limits;
        this.readOnly = readOnly;
        this.origins = origins;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(RoutingContext::next).failureHandler(this::failed);
        router.route().order(BEFORE_CORS).handler(this::checkOrigin);
        router.route().order(AFTER_CORS).handler(this::check);
        router.route().order(AFTER_ALL).handler(context -> refuse(context, HttpRefusals.ofStatus(404)));
    }

    /** Quarkus would refuse a foreign origin too, without a body. */
    private void checkOrigin(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (origin == null || origins.isAllowed(context.request(), origin)) {
            context.next();
        } else if (origins.isOpen(context.request())) {
            context.response()
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Expose-Headers", exposed);
            context.request().headers().remove("Origin");
            context.next();
        } else {
            refuse(context, Refusal.of(403, "request.origin-foreign"));
        }
    }

    private void check(RoutingContext context) {
        // nothing here has matrix parameters, a path with one would be obeyed without it
        if (OutsidePaths.isOutside(context) || context.request().path().indexOf(';') >= 0) {
            refuse(context, HttpRefusals.ofStatus(404));
            return;
        }
        Optional<Refusal> refusal = limits.check(context.request()).or(() -> readOnly.check(context.request()));
        if (refusal.isEmpty()) {
            context.next();
        } else {
            // what is left of the request is not read
            HttpServerResponse response = context.response().putHeader("Connection", "close");
            response.endHandler(ended -> context.request().connection().close());
            refuse(context, refusal.get());
        }
    }

    private void failed(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        if (context.failure() != null) {
            send(context, answers.answer(context.failure(), asked(context)));
        } else {
            refuse(context, HttpRefusals.ofStatus(context.statusCode() > 0 ? context.statusCode() : 500));
        }
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        send(context, answers.answer(refusal, asked(context)));
    }

    private static void send(RoutingContext context, ProblemAnswers.Answer answer) {
        send(context.response(), answer);
    }

    static void send(HttpServerResponse response, ProblemAnswers.Answer answer) {
        nameInMetrics();
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        response.putHeader("Cache-Control", "no-store");
        response.end(answer.body());
    }

    /** Metrics name a request by the path of its operation; what found none must not bring its own path there. */
    static void nameInMetrics() {
        Context context = Vertx.currentContext();
        if (context != null && context.getLocal(PATH_IN_METRICS) == null) {
            context.putLocal(PATH_IN_METRICS, "/refused");
        }
    }

    static ProblemAnswers.Asked asked(RoutingContext context) {
        return asked(context.request(), AskedPath.of(context));
    }

    static ProblemAnswers.Asked asked(HttpServerRequest request) {
        return asked(request, Objects.requireNonNullElse(request.path(), "*"));
    }

    private static ProblemAnswers.Asked asked(HttpServerRequest request, String path) {
        return new ProblemAnswers.Asked(
                request.method().name(),
                path,
                request.getHeader("Accept"),
                request.getHeader("Content-Type"),
                CallerLanguage.preferred(request.getHeader("Accept-Language")));
    }
}
