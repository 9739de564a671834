package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells which topics are paused and why. The service stays ready for reads meanwhile. */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {
    private final ConsumedTopics topics;

    InboxHealth(ConsumedTopics topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Topics paused").up();
        topics.paused().forEach(answer::withData);
        return answer.build();
    }
}
