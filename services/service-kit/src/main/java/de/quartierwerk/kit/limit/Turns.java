package de.quartierwerk.kit.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets only a few requests work at once; the others wait without a thread. More of them at work would not be done
 * sooner, but would keep the event loop from the processors. Clients take turns, and one client has a part of them
 * only: who sends a hundred requests, or reads slowly, waits for himself.
 */
final class Turns {
    private final int most;
    private final int mostOfClient;
    private final Map<String, Queue<UniEmitter<? super Runnable>>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> working = new HashMap<>();
    private int workingOfAll;

    /**
     * @param most turns for all clients together
     * @param mostOfClient turns for one client
     */
    Turns(int most, int mostOfClient) {
        this.most = most;
        this.mostOfClient = mostOfClient;
    }

    /** Gives a turn to a client, when it is there; what it gives ends the turn. */
    Uni<Runnable> take(String client) {
        return Uni.createFrom().emitter(emitter -> {
            if (begins(client, emitter)) {
                emitter.complete(turn(client));
            }
        });
    }

    private synchronized boolean begins(String client, UniEmitter<? super Runnable> emitter) {
        if (workingOfAll < most && mayWork(client)) {
            begin(client);
            return true;
        }
        waiting.computeIfAbsent(client, first -> new ArrayDeque<>()).add(emitter);
        return false;
    }

    private boolean mayWork(String client) {
        return working.getOrDefault(client, 0) < mostOfClient;
    }

    private void begin(String client) {
        workingOfAll++;
        working.merge(client, 1, Integer::sum);
    }

    private Runnable turn(String client) {
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                Next next = next(client);
                if (next != null) {
                    next.request().complete(turn(next.client()));
                }
            }
        };
    }

    private record Next(String client, UniEmitter<? super Runnable> request) {}

    /** The first request of the client whose turn it is; that client then waits behind the others. */
    private synchronized @Nullable Next next(String ended) {
        workingOfAll--;
        working.computeIfPresent(ended, (client, turns) -> turns == 1 ? null : turns - 1);
        String client =
                waiting.keySet().stream().filter(this::mayWork).findFirst().orElse(null);
        if (client == null) {
            return null;
        }
        begin(client);
        Queue<UniEmitter<? super Runnable>> requests = Objects.requireNonNull(waiting.remove(client));
        UniEmitter<? super Runnable> first = requests.remove();
        if (!requests.isEmpty()) {
            waiting.put(client, requests);
        }
        return new Next(client, first);
    }
}
