package de.quartierwerk.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Problem documents where the HTTP layer answers before or beside JAX-RS. */
@ApplicationScoped
class ProblemRoutes {

    private static final int BEFORE_ALL = -1_000_000;
    private static final int AFTER_ALL = 1_000_000;

    private final ProblemAnswers answers;
    private final long largestBody;
    private final long largestDocument;

    ProblemRoutes(
            ProblemAnswers answers,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody,
            @ConfigProperty(name = "quartierwerk.http.largest-document") MemorySize largestDocument) {
        this.answers = answers;
        this.largestBody = largestBody.asLongValue();
        this.largestDocument = largestDocument.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(this::refuseTooLarge).failureHandler(this::failed);
        router.route().order(AFTER_ALL).handler(context -> refuse(context, HttpRefusals.ofStatus(404)));
    }

    private void refuseTooLarge(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        String type = context.request().getHeader("Content-Type");
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        long largest = form ? largestBody : largestDocument;
        if (length != null && length.length() < 19 && Long.parseLong(length) > largest) {
            context.response().putHeader("Connection", "close");
            context.response()
                    .endHandler(ended -> context.request().connection().close());
            refuse(context, Refusal.of(new TooLarge(largest)));
        } else {
            context.next();
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
            send(context, answers.answer(context.failure(), asked(context.request())));
        } else {
            refuse(context, HttpRefusals.ofStatus(context.statusCode() > 0 ? context.statusCode() : 500));
        }
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        send(context, answers.answer(refusal, asked(context.request())));
    }

    private static void send(RoutingContext context, ProblemAnswers.Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        response.putHeader("Cache-Control", "no-store");
        response.end(answer.body());
    }

    static ProblemAnswers.Asked asked(HttpServerRequest request) {
        return new ProblemAnswers.Asked(
                request.method().name(),
                request.path(),
                request.getHeader("Accept"),
                request.getHeader("Content-Type"),
                CallerLanguage.preferred(request.getHeader("Accept-Language")));
    }
}
