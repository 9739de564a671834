package de.quartierwerk.kit.work;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes a comment into silent streams of server-sent events, so that nobody between service and follower takes the
 * connection for dead. It tells when the stream ends at the latest; browsers pass over it.
 */
@ApplicationScoped
class Heartbeat {
    private static final int AT_THE_BEGINNING = -890_000;

    private final Vertx vertx;
    private final FollowSettings settings;
    private final Clock clock;

    Heartbeat(Vertx vertx, FollowSettings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route().order(AT_THE_BEGINNING).handler(context -> {
            context.addHeadersEndHandler(head -> beginWith(context.response()));
            context.next();
        });
    }

    private void beginWith(HttpServerResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(MediaType.SERVER_SENT_EVENTS)) {
            return;
        }
        Instant end = clock.instant().plus(settings.longest()).truncatedTo(ChronoUnit.SECONDS);
        vertx.setPeriodic(settings.heartbeat().toMillis(), timer -> {
            if (response.ended() || response.closed()) {
                vertx.cancelTimer(timer);
            } else {
                response.write(": the stream ends at " + end + " at the latest\n\n");
            }
        });
    }
}
