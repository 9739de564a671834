package de.quartierwerk.funding.application;

import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers a step over HTTP: once for a repeated request, and after its events are sent. */
@ApplicationScoped
class StepAnswers {

    private final Idempotency idempotency;
    private final RequestEvents events;

    StepAnswers(Idempotency idempotency, RequestEvents events) {
        this.idempotency = idempotency;
        this.events = events;
    }

    RestResponse<ApplicationResponse> once(
            HttpHeaders headers, Object content, Supplier<Stored<ApplicationResponse>> work) {
        RestResponse<ApplicationResponse> answer = idempotency.once(
                headers, List.of(content.toString()), () -> work.get().toResponse());
        events.awaitSent();
        return answer;
    }
}
