package de.quartierwerk.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells which topics are incomplete. The service stays ready: reads go on, what depends on them answers 503. */
@Readiness
@ApplicationScoped
class LossHealth implements HealthCheck {
    private final ConsumedTopics topics;

    LossHealth(ConsumedTopics topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Topics incomplete").up();
        topics.incomplete().forEach((topic, since) -> answer.withData(topic, since.toString()));
        return answer.build();
    }
}
