package de.quartierwerk.kit.bulk;

import de.quartierwerk.kit.outbox.EventSender;
import de.quartierwerk.kit.outbox.KafkaEvent;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.PublishedOffsets;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.Progress;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.BackgroundWork;
import de.quartierwerk.kit.work.BoundedWait;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Streams many events from a service's own tables, beside the outbox, so that small events do not queue behind them.
 * Progress is stored after each window of acknowledged batches; a crash makes at most one window go out again, with the
 * same event ids. Open jobs take turns, one window each.
 */
@ApplicationScoped
public class BulkPublisher {
    private static final Logger LOG = Logger.getLogger(BulkPublisher.class);
    private static final int WINDOW = 32;

    private final BulkJobRepository jobs;
    private final EventSender sender;
    private final PublishedOffsets offsets;
    private final AfterCommit afterCommit;
    private final Map<String, BulkSource> sources;
    private final Duration kept;
    /**
     * Jobs of which a batch could not be read: they go on batch by batch, so that those before it are not sent again.
     */
    private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

    private final BackgroundWork work =
            new BackgroundWork("bulk-publisher", 1, Duration.ofSeconds(1), this::publishOpenJobs);

    BulkPublisher(
            BulkJobRepository jobs,
            EventSender sender,
            PublishedOffsets offsets,
            AfterCommit afterCommit,
            @All List<BulkSource> sources,
            @ConfigProperty(name = "quartierwerk.outbox.kept") Duration kept) {
        this.jobs = jobs;
        this.sender = sender;
        this.offsets = offsets;
        this.afterCommit = afterCommit;
        this.sources = sources.stream().collect(Collectors.toMap(BulkSource::kind, Function.identity()));
        this.kept = kept;
    }

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
        jobs.persist(row);
        afterCommit.run(work::wake);
    }

    /** Batches that the broker has acknowledged, of all. */
    @Transactional
    public Progress progress(UUID job) {
        return progress(List.of(job)).getOrDefault(job, new Progress(0, null));
    }

    /** The same for several jobs in one statement; a job that is not known is left out. */
    @Transactional
    public Map<UUID, Progress> progress(Collection<UUID> ids) {
        return jobs.list("job in ?1", ids).stream()
                .collect(Collectors.toMap(row -> row.job, row -> new Progress(row.acknowledged, (long) row.batches)));
    }

    /** A job as it is now; empty where there is none of that kind and id, or none any more. */
    @Transactional
    public Optional<BulkState> find(String kind, UUID job) {
        return jobs.find("job = ?1 and kind = ?2", job, kind)
                .firstResultOptional()
                .map(row -> new BulkState(
                        new Progress(row.acknowledged, (long) row.batches), row.startedAt, row.publishedAt));
    }

    /**
     * Waits until the job is published; to be called after the transaction that started it.
     *
     * @throws Unavailable when that takes longer than ten seconds; the job goes on
     */
    public void await(UUID job) {
        BoundedWait.until(
                () -> QuarkusTransaction.requiringNew().call(() -> jobs.isPublished(job)), "broker.unavailable");
    }

    void onStart(@Observes StartupEvent event) {
        work.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        work.close();
    }

    @Scheduled(every = "${quartierwerk.outbox.clean-up-every}")
    @Transactional
    void clean() {
        jobs.deletePublishedBefore(Instant.now().minus(kept));
    }

    /** Sends a window of each open job and answers whether any of them got on. */
    private boolean publishOpenJobs() {
        List<UUID> open = QuarkusTransaction.requiringNew().call(jobs::findOpen);
        failed.retainAll(open);
        boolean progressed = false;
        for (UUID job : open) {
            progressed |= !work.isStopping() && tryPublishWindow(job);
        }
        return progressed;
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

    /** Sends the next batches of a job; answers false when another instance is at it or the broker refused. */
    private boolean publishWindow(UUID job) {
        BulkJob row = jobs.lockOpen(job).orElse(null);
        if (row == null) {
            return false;
        }
        BulkSource source = source(row.kind);
        int window = failed.contains(job) ? 1 : WINDOW;
        int end = Math.min(row.batches, row.acknowledged + window);
        Map<String, Map<Integer, Long>> before = offsets.all();
        List<EventSender.Outcome> outcomes = send(row, source, end);
        boolean progressed = conclude(row, source, end, outcomes);
        offsets.note(before, outcomes);
        return progressed;
    }

    private static boolean conclude(BulkJob row, BulkSource source, int end, List<EventSender.Outcome> outcomes) {
        Optional<Throwable> refused = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.failure()))
                .findFirst();
        if (refused.isPresent()) {
            LOG.warnf(
                    "The broker does not take bulk job %s, it will be tried again: %s",
                    row.job, refused.get().getMessage());
            return false;
        }
        row.acknowledged = end;
        if (end == row.batches) {
            row.publishedAt = Instant.now();
            source.published(row.job);
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

    private List<KafkaEvent> events(BulkJob row, int number, List<OutgoingEvent> batch) {
        return batch.stream().map(event -> event(row, number, event)).toList();
    }

    /** The id stands for all that the event says: a batch that is read again may have others at the same places. */
    private KafkaEvent event(BulkJob row, int number, OutgoingEvent event) {
        String data = sender.serialise(event.data());
        String name = String.join(
                "/",
                row.job.toString(),
                Integer.toString(number),
                event.topic(),
                event.type(),
                event.subject(),
                Long.toString(event.version()),
                data);
        return new KafkaEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                event.topic(),
                event.key(),
                event.type(),
                event.subject(),
                event.version(),
                row.startedAt,
                data);
    }

    private BulkSource source(String kind) {
        BulkSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalArgumentException("No bulk source of the kind " + kind);
        }
        return source;
    }
}
