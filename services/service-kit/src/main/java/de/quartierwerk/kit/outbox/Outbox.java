package de.quartierwerk.kit.outbox;

import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.BoundedWait;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Where a service puts the events that it wants to send. The row is written in the caller's transaction, so that an
 * event is sent exactly when the change it speaks of was committed; {@link Relay} sends it afterwards.
 */
@ApplicationScoped
public class Outbox {
    private final OutboxRepository repository;
    private final EventSender sender;
    private final AfterCommit afterCommit;
    private final Relay relay;

    Outbox(OutboxRepository repository, EventSender sender, AfterCommit afterCommit, Relay relay) {
        this.repository = repository;
        this.sender = sender;
        this.afterCommit = afterCommit;
        this.relay = relay;
    }

    /**
     * Writes an event in the caller's transaction, which must be running.
     *
     * @return sequence number of the event, for {@link #awaitSent}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long publish(OutgoingEvent event) {
        OutboxEntry entry = new OutboxEntry();
        entry.id = UUID.randomUUID();
        entry.topic = event.topic();
        entry.key = event.key();
        entry.type = event.type();
        entry.subject = event.subject();
        entry.version = event.version();
        entry.time = Instant.now().truncatedTo(ChronoUnit.MICROS);
        entry.data = sender.serialise(event.data());
        repository.persist(entry);
        afterCommit.run(relay::wake);
        return entry.sequence;
    }

    /**
     * Waits until the broker has acknowledged the event; to be called after the transaction that published it.
     *
     * @throws Unavailable when that takes longer than ten seconds; the event stays in the outbox and will be sent
     */
    public void awaitSent(long sequence) {
        relay.wake();
        BoundedWait.until(
                () -> QuarkusTransaction.requiringNew().call(() -> repository.isSent(sequence)), "broker.unavailable");
    }
}
