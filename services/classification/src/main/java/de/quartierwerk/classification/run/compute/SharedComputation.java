package de.quartierwerk.classification.run.compute;

import de.quartierwerk.kit.problem.Unavailable;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes what takes long and what anybody may ask for: once for all callers who ask for the same, and only a few
 * different ones at a time. It keeps the latest answers while memory allows. Call it outside of a transaction: a caller
 * who waits must not hold a connection.
 *
 * @param <K> what is asked for
 * @param <V> what is computed
 */
public final class SharedComputation<K, V> {
    private final Semaphore places;
    private final int atOnce;
    private final Duration longestWait;
    private final Map<K, CompletableFuture<V>> underway = new ConcurrentHashMap<>();
    private final Map<K, SoftReference<V>> last;

    /**
     * @param atOnce how many are computed at the same time
     * @param keep how many are kept
     * @param longestWait how long a caller waits for a place, or for what another caller is computing
     */
    public SharedComputation(int atOnce, int keep, Duration longestWait) {
        this.places = new Semaphore(atOnce);
        this.atOnce = atOnce;
        this.longestWait = longestWait;
        this.last = Collections.synchronizedMap(new LastAsked<>(keep));
    }

    private static final class LastAsked<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int keep;

        LastAsked(int keep) {
            super(2 * keep, 0.75f, true);
            this.keep = keep;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > keep;
        }
    }

    /**
     * What was computed for a key, by this caller or another.
     *
     * @throws Unavailable where too many others are being computed, or this one takes longer than the wait allows
     */
    public V get(K key, Supplier<V> computation) {
        V kept = kept(key);
        if (kept != null) {
            return kept;
        }
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> others = underway.putIfAbsent(key, own);
        return others == null ? computed(key, computation, own) : awaited(others);
    }

    private @Nullable V kept(K key) {
        SoftReference<V> found = last.get(key);
        return found == null ? null : found.get();
    }

    private V computed(K key, Supplier<V> computation, CompletableFuture<V> own) {
        try {
            V value = kept(key);
            if (value == null) {
                value = inPlace(computation);
                last.put(key, new SoftReference<>(value));
            }
            own.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            underway.remove(key);
        }
    }

    private V inPlace(Supplier<V> computation) {
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return computation.get();
        } finally {
            places.release();
        }
    }

    private V awaited(CompletableFuture<V> others) {
        try {
            return others.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (TimeoutException e) {
            throw busy();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private Unavailable busy() {
        return new Unavailable("run.busy", atOnce);
    }
}
