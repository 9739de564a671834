package de.quartierwerk.bench;

import de.quartierwerk.demonstration.load.PlatformAddresses;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few honest clients beside each other, which share the calls of one deck. */
final class LoadClients implements AutoCloseable {
    private static final ThreadLocal<LoadClient> AT_WORK = new ThreadLocal<>();

    private final List<LoadClient> clients = new ArrayList<>();
    private final long seed;
    private final ExecutorService threads;

    private final long[] next;

    LoadClients(int number, long seed, PlatformAddresses addresses, LoadRegion region, LoadTally tally) {
        this.seed = seed;
        this.threads = Executors.newFixedThreadPool(number);
        this.next = new long[number];
        // one for all, so that no two of them fetch a token of one user at the same moment, which the realm refuses
        PlatformClient client =
                new PlatformClient(addresses, answer -> AT_WORK.get().seen(answer));
        for (int i = 0; i < number; i++) {
            clients.add(new LoadClient(i, seed, client, region, tally));
            next[i] = i;
        }
    }

    /** Makes the calls before this number, each client every nth, as fast as they are answered. */
    void until(long number) throws InterruptedException {
        together(client -> {
            LoadDeck deck = new LoadDeck(seed);
            for (; next[client] < number; next[client] += clients.size()) {
                clients.get(client).make(deck.kind(next[client]));
            }
        });
    }

    /** Makes so many calls per second, all clients together, or as many as are answered. */
    void steadily(double seconds, int perSecond) throws InterruptedException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long pause = (long) (1e9 / perSecond * clients.size());
        together(client -> {
            LoadDeck deck = new LoadDeck(seed);
            for (long begin = System.nanoTime(); begin < end; begin = Math.max(begin + pause, System.nanoTime())) {
                Thread.sleep(Math.max(0, (begin - System.nanoTime()) / 1_000_000));
                clients.get(client).make(deck.kind(next[client]));
                next[client] += clients.size();
            }
        });
    }

    private interface Turn {
        void of(int client) throws InterruptedException;
    }

    /** Waits until each client has seen through what it began. */
    private void together(Turn turn) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            int client = i;
            running.add(threads.submit(() -> {
                AT_WORK.set(clients.get(client));
                turn.of(client);
                return null;
            }));
        }
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
