package de.quartierwerk.kit.limit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the service is alive without standing in any queue: a thread of its own looks every two seconds, and
 * the answer is what it saw last. A look that does not come back within half a minute means that the service hangs.
 */
@ApplicationScoped
class LivenessRoute {
    private static final Logger LOG = Logger.getLogger(LivenessRoute.class);
    private static final int AT_THE_BEGINNING = -950_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final String path;
    private final List<HealthCheck> checks;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "liveness"));
    private @Nullable Future<?> looking;
    private volatile Seen seen = new Seen(List.of(), System.nanoTime());

    LivenessRoute(
            @ConfigProperty(name = "quarkus.http.root-path") String root, @Liveness Instance<HealthCheck> checks) {
        this.path = root + "/q/health/live";
        this.checks = checks.stream().toList();
    }

    private record Seen(List<HealthCheckResponse> answers, long at) {
        boolean isUp() {
            return System.nanoTime() - at < LONGEST_LOOK.toNanos()
                    && answers.stream().allMatch(answer -> answer.getStatus() == HealthCheckResponse.Status.UP);
        }
    }

    void register(@Observes Router router) {
        router.route().order(AT_THE_BEGINNING).handler(context -> {
            HttpMethod method = context.request().method();
            boolean read = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
            if (read && path.equals(context.request().path())) {
                answer(context);
            } else {
                context.next();
            }
        });
    }

    void onStart(@Observes StartupEvent event) {
        looking = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel(true);
        }
        thread.shutdownNow();
    }

    private void look() {
        try {
            seen = new Seen(checks.stream().map(HealthCheck::call).toList(), System.nanoTime());
        } catch (RuntimeException e) {
            LOG.warnf("liveness cannot be told cause=%s", e.toString());
        }
    }

    private void answer(RoutingContext context) {
        Seen last = seen;
        JsonArray found = new JsonArray();
        last.answers().forEach(answer -> found.add(json(answer)));
        HttpServerResponse response = context.response().setStatusCode(last.isUp() ? 200 : 503);
        response.putHeader("Content-Type", "application/json; charset=UTF-8");
        response.end(new JsonObject()
                .put("status", last.isUp() ? "UP" : "DOWN")
                .put("checks", found)
                .encode());
    }

    private static JsonObject json(HealthCheckResponse answer) {
        JsonObject found = new JsonObject()
                .put("name", answer.getName())
                .put("status", answer.getStatus().name());
        answer.getData().ifPresent(data -> found.put("data", new JsonObject(data)));
        return found;
    }
}
