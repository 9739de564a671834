package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Unavailable;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Places for work at once, of which one client gets a part only. */
final class Places {
    private static final String KEPT = Places.class.getName();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final long all;
    private final long client;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenByAll;

    Places(LimitSettings.PlaceSettings settings) {
        this(settings.all(), settings.client());
    }

    /**
     * @param all places for all clients together
     * @param client places for one client
     */
    Places(long all, long client) {
        this.all = all;
        this.client = client;
    }

    /**
     * Takes a place.
     *
     * @return gives the place back, once; empty where none is left for this client
     */
    Optional<Runnable> take(String name) {
        return take(name, 1);
    }

    /** Takes several places. */
    Optional<Runnable> take(String name, long count) {
        if (!add(name, count)) {
            return Optional.empty();
        }
        AtomicBoolean given = new AtomicBoolean();
        return Optional.of(() -> {
            if (given.compareAndSet(false, true)) {
                giveBack(name, count);
            }
        });
    }

    /**
     * Takes several places, and waits a few seconds for them on the thread that calls.
     *
     * @throws Unavailable when they are not there after that
     */
    Runnable await(String name, long count) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<Runnable> place = take(name, count);
        while (place.isEmpty()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new Unavailable("server.busy");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            place = take(name, count);
        }
        return place.get();
    }

    /** Takes places that {@link #giveBack(String, long)} gives back; whether there were so many. */
    synchronized boolean add(String name, long count) {
        long before = taken.getOrDefault(name, 0L);
        if (takenByAll + count > all || before + count > client) {
            return false;
        }
        takenByAll += count;
        taken.put(name, before + count);
        return true;
    }

    /** Gives a place back when a request has been answered, however that ends. */
    static void keep(RoutingContext request, Runnable place) {
        List<Runnable> kept = request.get(KEPT);
        List<Runnable> all = new ArrayList<>(kept == null ? List.of() : kept);
        all.add(place);
        request.put(KEPT, all);
        request.addEndHandler(ended -> place.run());
    }

    /** Gives back all that a request has kept; others may have replaced its end handlers. */
    static void giveBack(RoutingContext request) {
        List<Runnable> kept = request.get(KEPT);
        if (kept != null) {
            kept.forEach(Runnable::run);
        }
    }

    /** Gives back places of a client. */
    synchronized void giveBack(String name, long count) {
        takenByAll -= count;
        taken.computeIfPresent(name, (unchanged, before) -> before == count ? null : before - count);
    }
}
