package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.TooSlow;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Cuts connections whose client sends its content or reads its answer too slowly. Every request may take the patience
 * of the settings beside the time that its bytes need at the slowest rate; only the time counts in which the service
 * waits for the client. Time-outs of the server for idle connections would also cut those who wait for a long answer.
 */
@ApplicationScoped
class SlowClients {
    private static final int AT_THE_BEGINNING = -900_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final long patienceSeconds;
    private final long slowest;

    SlowClients(Vertx vertx, LimitSettings settings) {
        this.vertx = vertx;
        this.patienceSeconds = settings.patience().toSeconds();
        this.slowest = settings.slowest();
    }

    void register(@Observes Router router) {
        router.route().order(AT_THE_BEGINNING).handler(context -> {
            Watch watch = new Watch(context);
            vertx.setPeriodic(LOOK_EVERY_MILLIS, watch::look);
            context.next();
        });
    }

    /** Looks at one request once a second until its answer has left the service. */
    private final class Watch {
        private final RoutingContext context;
        private final HttpServerRequest request;
        private final HttpServerResponse response;
        private long waitedForContent;
        private long waitedForReader;
        private long left;

        Watch(RoutingContext context) {
            this.context = context;
            this.request = context.request();
            this.response = context.response();
        }

        private void look(long timer) {
            long pending = Outgoing.pending(request);
            if (Outgoing.isGone(request)) {
                endUnlessContentComes(timer);
            } else if (isWaitingForContent() && ++waitedForContent > allowed(request.bytesRead())) {
                end(timer);
                cutSender();
            } else if (isWaitingForReader(pending) && ++waitedForReader > allowed(left)) {
                end(timer);
                Outgoing.cut(request);
            }
        }

        /** Content that nobody reads any more, because the request was refused, may still come for a while. */
        private void endUnlessContentComes(long timer) {
            Places.giveBack(context);
            if (response.closed() || !isContentMissing()) {
                end(timer);
            } else if (++waitedForContent > patienceSeconds) {
                end(timer);
                Outgoing.cut(request);
            }
        }

        private void end(long timer) {
            vertx.cancelTimer(timer);
            Places.giveBack(context);
        }

        private boolean isWaitingForContent() {
            return !response.ended() && isContentMissing();
        }

        private boolean isContentMissing() {
            return !request.isEnded() && request.bytesRead() < announced();
        }

        /** Length of the content, as far as it is known. */
        private long announced() {
            String length = request.getHeader("Content-Length");
            if (length != null) {
                return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
            }
            return request.getHeader("Transfer-Encoding") == null ? 0 : Long.MAX_VALUE;
        }

        private boolean isWaitingForReader(long pending) {
            left = Math.max(left, response.bytesWritten() - pending);
            return pending > 0;
        }

        private long allowed(long bytes) {
            return patienceSeconds + bytes / slowest;
        }

        private void cutSender() {
            if (response.headWritten()) {
                Outgoing.cut(request);
                return;
            }
            response.putHeader("Connection", "close");
            context.addEndHandler(ended -> request.connection().close());
            context.fail(new TooSlow(slowest));
        }
    }
}
