package de.quartierwerk.funding.application;

import de.quartierwerk.events.DeadlineNear;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells others of deadlines that are near, each once. */
@ApplicationScoped
class DeadlineEvents {

    private final DeadlineStatements deadlines;
    private final Outbox outbox;
    private final Clock clock;
    private final int days;

    DeadlineEvents(
            DeadlineStatements deadlines,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "quartierwerk.funding.deadline-days", defaultValue = "14") int days) {
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.clock = clock;
        this.days = days;
    }

    /** Tells the deadlines of today and so many days more; those that are over are not near any more. */
    @Scheduled(every = "${quartierwerk.funding.deadlines-every}", delayed = "1m")
    @Transactional
    void tell() {
        LocalDate today = LocalDate.now(clock);
        deadlines.note(today, today.plusDays(days)).stream()
                .map(DeadlineEvents::event)
                .forEach(outbox::publish);
    }

    private static OutgoingEvent event(DeadlineNear near) {
        String id = near.application().toString();
        return new OutgoingEvent(Topics.FUNDING, id, EventTypes.DEADLINE_NEAR, id, near.version(), near);
    }
}
