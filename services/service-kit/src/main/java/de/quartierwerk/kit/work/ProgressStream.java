package de.quartierwerk.kit.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The one stream of server-sent events: shows a thing again whenever a transaction that changed it has been committed,
 * until it is finished, and for {@link FollowSettings#longest()} at most. What another instance changes is noticed by a
 * look every two seconds.
 */
@ApplicationScoped
public class ProgressStream {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final AfterCommit afterCommit;
    private final Duration longest;
    private final ConcurrentMap<Object, Set<MultiEmitter<? super Object>>> followers = new ConcurrentHashMap<>();

    ProgressStream(AfterCommit afterCommit, FollowSettings settings) {
        this.afterCommit = afterCommit;
        this.longest = settings.longest();
    }

    /** Says that the present transaction changes a thing; its followers see it after the commit. */
    public void changed(Object id) {
        afterCommit.run(() -> followers.getOrDefault(id, Set.of()).forEach(follower -> follower.emit(id)));
    }

    /**
     * Follows a thing until it is finished.
     *
     * @param id what {@link #changed} is called with
     * @param read reads the thing as it is now, on a worker thread and in a transaction of its own; called once before
     *     this method returns, so that a thing that is not there is refused as usual
     * @param finished whether nothing will change any more; that state is the last one shown
     */
    public <T> Multi<T> follow(Object id, Supplier<T> read, Predicate<T> finished) {
        T first = read.get();
        if (finished.test(first)) {
            return Multi.createFrom().item(first);
        }
        AtomicReference<T> shown = new AtomicReference<>(first);
        Multi<T> later = Multi.createBy()
                .merging()
                .streams(signals(id), ticks())
                .onOverflow()
                .dropPreviousItems()
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .map(signal -> read.get())
                .filter(now -> !Objects.equals(shown.getAndSet(now), now))
                .onItem()
                .transformToMultiAndConcatenate(now -> withEnd(now, finished))
                .select()
                .first(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first(longest);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), later);
    }

    /** What is finished is followed by the end of the stream. */
    private static <T> Multi<Optional<T>> withEnd(T now, Predicate<T> finished) {
        return finished.test(now)
                ? Multi.createFrom().items(Optional.of(now), Optional.empty())
                : Multi.createFrom().item(Optional.of(now));
    }

    private static Multi<Object> ticks() {
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .onItem()
                .castTo(Object.class);
    }

    private Multi<Object> signals(Object id) {
        return Multi.createFrom().emitter(follower -> {
            followers.computeIfAbsent(id, any -> ConcurrentHashMap.newKeySet()).add(follower);
            follower.onTermination(() -> followers.computeIfPresent(id, (any, others) -> {
                others.remove(follower);
                return others.isEmpty() ? null : others;
            }));
        });
    }
}
