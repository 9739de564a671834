package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Unavailable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds the bytes of answers that stand in memory until slow readers have them. */
@ApplicationScoped
public class LargeAnswers {
    private static final int LARGE = 64 * 1024;
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Vertx vertx;
    private final Places bytes;

    LargeAnswers(Vertx vertx, LimitSettings settings) {
        this.vertx = vertx;
        this.bytes = new Places(
                settings.leaving().all().asLongValue(),
                settings.leaving().client().asLongValue());
    }

    /**
     * Counts an answer until it has left; small ones do not count.
     *
     * @throws Unavailable when too much is leaving already, and still is after a few seconds
     */
    public void count(String client, HttpServerRequest request, int length) {
        if (length < LARGE) {
            return;
        }
        Runnable place = bytes.await(client, length);
        vertx.setPeriodic(LOOK_EVERY_MILLIS, timer -> {
            if (Outgoing.isGone(request)) {
                vertx.cancelTimer(timer);
                place.run();
            }
        });
    }
}
