package de.quartierwerk.kit.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets only a few requests work at once; the others wait without a thread. More of them at work would not be done
 * sooner, but would keep the event loop from the processors. Clients take turns: who sends a hundred requests waits for
 * himself.
 */
final class Turns {
    private final int most;
    private final Map<String, Queue<UniEmitter<? super Runnable>>> waiting = new LinkedHashMap<>();
    private int working;

    Turns(int most) {
        this.most = most;
    }

    /** Gives a turn to a client, when it is there; what it gives ends the turn. */
    Uni<Runnable> take(String client) {
        return Uni.createFrom().emitter(emitter -> {
            if (begins(client, emitter)) {
                emitter.complete(turn());
            }
        });
    }

    private synchronized boolean begins(String client, UniEmitter<? super Runnable> emitter) {
        if (working < most) {
            working++;
            return true;
        }
        waiting.computeIfAbsent(client, first -> new ArrayDeque<>()).add(emitter);
        return false;
    }

    private Runnable turn() {
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                UniEmitter<? super Runnable> next = next();
                if (next != null) {
                    next.complete(turn());
                }
            }
        };
    }

    /** The first request of the client whose turn it is; that client then waits behind the others. */
    private synchronized @Nullable UniEmitter<? super Runnable> next() {
        Iterator<Map.Entry<String, Queue<UniEmitter<? super Runnable>>>> clients =
                waiting.entrySet().iterator();
        if (!clients.hasNext()) {
            working--;
            return null;
        }
        Map.Entry<String, Queue<UniEmitter<? super Runnable>>> client = clients.next();
        clients.remove();
        UniEmitter<? super Runnable> next = client.getValue().poll();
        if (!client.getValue().isEmpty()) {
            waiting.put(client.getKey(), client.getValue());
        }
        return next;
    }
}
