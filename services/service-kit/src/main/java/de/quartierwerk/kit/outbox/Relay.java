package de.quartierwerk.kit.outbox;

import de.quartierwerk.kit.work.BackgroundWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of the outbox in their order. One instance of a service at a time does so, under a lock that ends with
 * its transaction; a crash at any moment only makes the same events, with the same ids, go out again.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;

    private final OutboxRepository repository;
    private final EventSender sender;
    private final PublishedOffsets offsets;
    private final Duration kept;
    private final BackgroundWork work =
            new BackgroundWork("outbox-relay", 1, Duration.ofSeconds(1), this::sendNextBatch);
    private volatile boolean brokerFailed;

    Relay(
            OutboxRepository repository,
            EventSender sender,
            PublishedOffsets offsets,
            MeterRegistry metrics,
            @ConfigProperty(name = "quartierwerk.outbox.kept") Duration kept) {
        this.repository = repository;
        this.sender = sender;
        this.offsets = offsets;
        this.kept = kept;
        Gauge.builder("quartierwerk.outbox.unsent", this, Relay::countUnsent)
                .description("Events that wait in the outbox")
                .register(metrics);
    }

    void onStart(@Observes StartupEvent event) {
        work.start();
        work.wake();
    }

    void onStop(@Observes ShutdownEvent event) {
        work.close();
    }

    @Scheduled(every = "${quartierwerk.outbox.clean-up-every}")
    void clean() {
        QuarkusTransaction.requiringNew()
                .run(() -> repository.deleteSentBefore(Instant.now().minus(kept)));
    }

    /** Lets the relay run soon, on its own thread. */
    void wake() {
        work.wake();
    }

    private boolean sendNextBatch() {
        return QuarkusTransaction.requiringNew().timeout(120).call(this::sendBatch);
    }

    /** Sends one batch and answers whether there may be more to send at once. */
    private boolean sendBatch() {
        List<OutboxEntry> entries = repository.tryLock() ? repository.findUnsent(BATCH) : List.of();
        if (entries.isEmpty()) {
            return false;
        }
        Map<String, Map<Integer, Long>> before = offsets.all();
        List<EventSender.Outcome> outcomes =
                sender.send(entries.stream().map(OutboxEntry::event).toList());
        @Nullable Throwable failure = null;
        for (int i = 0; i < entries.size(); i++) {
            OutboxEntry entry = entries.get(i);
            entry.attempts++;
            if (outcomes.get(i).acknowledged()) {
                entry.sentAt = Instant.now();
            } else {
                failure = outcomes.get(i).failure();
            }
        }
        report(failure);
        offsets.note(before, outcomes);
        return failure == null && entries.size() == BATCH;
    }

    private void report(@Nullable Throwable failure) {
        if (failure != null && !brokerFailed) {
            LOG.warnf("The broker does not take events, they wait in the outbox: %s", failure.getMessage());
        } else if (failure == null && brokerFailed) {
            LOG.info("The broker takes events again");
        }
        brokerFailed = failure != null;
    }

    private double countUnsent() {
        return QuarkusTransaction.requiringNew().call(repository::countUnsent);
    }
}
