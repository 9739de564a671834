package de.quartierwerk.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends the rows of the outbox in their order. One instance of a service at a time does so, under a lock that ends with
 * its transaction; a crash at any moment only makes the same events, with the same ids, go out again.
 */
@ApplicationScoped
class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration KEPT_AFTER_SENDING = Duration.ofDays(7);

    private final OutboxRepository repository;
    private final EventSender sender;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "outbox-relay"));
    private volatile boolean brokerFailed;

    Relay(OutboxRepository repository, EventSender sender, MeterRegistry metrics) {
        this.repository = repository;
        this.sender = sender;
        Gauge.builder("quartierwerk.outbox.unsent", this, Relay::countUnsent)
                .description("Events that wait in the outbox")
                .register(metrics);
    }

    void onStart(@Observes StartupEvent event) {
        wake();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written written) {
        wake();
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTick() {
        wake();
    }

    @Scheduled(every = "1h")
    void clean() {
        QuarkusTransaction.requiringNew()
                .run(() -> repository.deleteSentBefore(Instant.now().minus(KEPT_AFTER_SENDING)));
    }

    /** Lets the relay run soon, on its own thread. */
    void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::sendAll);
        }
    }

    private void sendAll() {
        try {
            boolean more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().timeout(120).call(this::sendBatch);
            }
        } catch (RuntimeException e) {
            LOG.warn("The outbox could not be sent; it will be tried again", e);
        }
    }

    /** Sends one batch and answers whether there may be more to send at once. */
    private boolean sendBatch() {
        List<OutboxEntry> entries = repository.tryLock() ? repository.findUnsent(BATCH) : List.of();
        if (entries.isEmpty()) {
            return false;
        }
        List<EventSender.Outcome> outcomes =
                sender.send(entries.stream().map(OutboxEntry::event).toList());
        Throwable failure = null;
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
        return failure == null && entries.size() == BATCH;
    }

    private void report(Throwable failure) {
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
