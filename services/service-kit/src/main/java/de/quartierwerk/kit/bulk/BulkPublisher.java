package de.quartierwerk.kit.bulk;

import de.quartierwerk.kit.outbox.EventSender;
import de.quartierwerk.kit.outbox.KafkaEvent;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.patience.Patience;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.Progress;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jboss.logging.Logger;

/**
 * Streams many events from a service's own tables, beside the outbox, so that small events do not queue behind them.
 * Progress is stored after each window of acknowledged batches; a crash makes at most one window go out again, with the
 * same event ids. Open jobs take turns, one window each.
 */
@ApplicationScoped
public class BulkPublisher {
    private static final Logger LOG = Logger.getLogger(BulkPublisher.class);
    private static final int WINDOW = 16;
    private static final Duration KEPT_AFTER_PUBLISHING = Duration.ofDays(7);

    private final EntityManager entityManager;
    private final EventSender sender;
    private final Event<Started> started;
    private final Map<String, BulkSource> sources;
    /**
     * Jobs of which a batch could not be read: they go on batch by batch, so that those before it are not sent again.
     */
    private final Set<UUID> failed = new HashSet<>();

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "bulk-publisher"));

    BulkPublisher(
            EntityManager entityManager, EventSender sender, Event<Started> started, @All List<BulkSource> sources) {
        this.entityManager = entityManager;
        this.sender = sender;
        this.started = started;
        this.sources = sources.stream().collect(Collectors.toMap(BulkSource::kind, Function.identity()));
    }

    /** Says that the running transaction started a job. */
    record Started(UUID job) {}

    /**
     * Starts a job in the caller's transaction, which must be running; it is published after the commit. A job of no
     * batches is published at once.
     *
     * @param kind kind of a {@link BulkSource} of this service
     * @param job id of the job, new
     * @param batches number of batches
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void start(String kind, UUID job, int batches) {
        source(kind);
        BulkJob row = new BulkJob();
        row.job = job;
        row.kind = kind;
        row.batches = batches;
        row.startedAt = Instant.now();
        entityManager.persist(row);
        started.fire(new Started(job));
    }

    /** Batches that the broker has acknowledged, of all. */
    @Transactional
    public Progress progress(UUID job) {
        BulkJob row = entityManager.find(BulkJob.class, job);
        return row == null ? new Progress(0, null) : new Progress(row.acknowledged, (long) row.batches);
    }

    /**
     * Waits until the job is published; to be called after the transaction that started it.
     *
     * @throws Unavailable when that takes longer than ten seconds; the job goes on
     */
    public void await(UUID job) {
        Patience.until(() -> QuarkusTransaction.requiringNew().call(() -> isPublished(job)), "broker.unavailable");
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Started event) {
        wake();
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTick() {
        wake();
    }

    @Scheduled(every = "1h")
    @Transactional
    void clean() {
        entityManager
                .createQuery("delete from BulkJob where publishedAt < :instant")
                .setParameter("instant", Instant.now().minus(KEPT_AFTER_PUBLISHING))
                .executeUpdate();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void wake() {
        if (!thread.isShutdown()) {
            thread.execute(this::publishOpenJobs);
        }
    }

    private void publishOpenJobs() {
        try {
            List<UUID> open = openJobs();
            failed.retainAll(open);
            while (!open.isEmpty() && !thread.isShutdown()) {
                boolean progressed = false;
                for (UUID job : open) {
                    progressed |= tryPublishWindow(job);
                }
                open = progressed ? openJobs() : List.of();
            }
        } catch (RuntimeException e) {
            LOG.warn("Bulk jobs could not be looked up; it will be tried again", e);
        }
    }

    /** A job that cannot be read or sent does not hold up the others. */
    private boolean tryPublishWindow(UUID job) {
        try {
            return QuarkusTransaction.requiringNew().timeout(300).call(() -> publishWindow(job));
        } catch (RuntimeException e) {
            failed.add(job);
            LOG.warnf(e, "Bulk job %s could not be published; it will be tried again", job);
            return false;
        }
    }

    private List<UUID> openJobs() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createQuery("select job from BulkJob where publishedAt is null order by startedAt", UUID.class)
                        .getResultList());
    }

    private boolean isPublished(UUID job) {
        BulkJob row = entityManager.find(BulkJob.class, job);
        return row == null || row.publishedAt != null;
    }

    /** Sends the next batches of a job; answers false when another instance is at it or the broker refused. */
    private boolean publishWindow(UUID job) {
        BulkJob row = lock(job);
        if (row == null) {
            return false;
        }
        BulkSource source = source(row.kind);
        int window = failed.contains(job) ? 1 : WINDOW;
        int end = Math.min(row.batches, row.acknowledged + window);
        Optional<EventSender.Outcome> refused = send(row, source, end).stream()
                .filter(outcome -> !outcome.acknowledged())
                .findFirst();
        if (refused.isPresent()) {
            LOG.warnf(
                    "The broker does not take bulk job %s, it will be tried again: %s",
                    job, refused.get().failure().getMessage());
            return false;
        }
        row.acknowledged = end;
        if (end == row.batches) {
            row.publishedAt = Instant.now();
            source.published(job);
        }
        return true;
    }

    /** Sends batches, each while the next is read; whatever happens, nothing is under way afterwards. */
    private List<EventSender.Outcome> send(BulkJob row, BulkSource source, int end) {
        List<CompletableFuture<List<EventSender.Outcome>>> sending = new ArrayList<>();
        List<EventSender.Outcome> outcomes = new ArrayList<>();
        try {
            for (int number = row.acknowledged; number < end; number++) {
                sending.add(sender.sending(events(row, number, source.batch(row.job, number))));
            }
        } finally {
            sending.forEach(batch -> outcomes.addAll(batch.join()));
        }
        return outcomes;
    }

    /** Takes the job until the transaction ends; null when another instance has it or it is published. */
    private BulkJob lock(UUID job) {
        return entityManager
                .createQuery("from BulkJob where job = :job and publishedAt is null", BulkJob.class)
                .setParameter("job", job)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private List<KafkaEvent> events(BulkJob row, int number, List<OutgoingEvent> batch) {
        List<KafkaEvent> events = new ArrayList<>(batch.size());
        for (OutgoingEvent event : batch) {
            String name = row.job + "/" + number + "/" + events.size();
            events.add(new KafkaEvent(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                    event.topic(),
                    event.key(),
                    event.type(),
                    event.subject(),
                    event.version(),
                    row.startedAt,
                    sender.serialise(event.data())));
        }
        return events;
    }

    private BulkSource source(String kind) {
        BulkSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalArgumentException("No bulk source of the kind " + kind);
        }
        return source;
    }
}
