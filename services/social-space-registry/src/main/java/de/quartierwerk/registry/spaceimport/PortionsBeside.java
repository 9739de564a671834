package de.quartierwerk.registry.spaceimport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Work on things in their order: each portion is worked on by a thread beside the caller's, who collects the next one
 * meanwhile and takes what is ready.
 */
final class PortionsBeside<T> {
    private static final long HEAVY = 4;

    private final int things;
    private final int weight;
    private final Consumer<List<T>> beside;
    private final Consumer<T> ready;
    private List<T> collected = new ArrayList<>();
    private long collectedWeight;
    private CompletableFuture<List<T>> work = CompletableFuture.completedFuture(List.of());

    /**
     * Portions of so many things, or of this weight.
     *
     * @param beside what the other thread does with a portion
     * @param ready takes each afterwards, on the caller's thread
     */
    PortionsBeside(int things, int weight, Consumer<List<T>> beside, Consumer<T> ready) {
        this.things = things;
        this.weight = weight;
        this.beside = beside;
        this.ready = ready;
    }

    /** Adds a thing; after one that is far larger than a portion nothing is collected until it is taken. */
    void add(T thing, int itsWeight) {
        collected.add(thing);
        collectedWeight += itsWeight;
        if (collected.size() >= things || collectedWeight >= weight) {
            boolean heavy = collectedWeight >= HEAVY * weight;
            handOver();
            if (heavy) {
                handOver();
            }
        }
    }

    /** Works on what is left, and takes all. */
    void finish() {
        handOver();
        handOver();
    }

    /** Lets the other thread work on what is collected, and takes what it has worked on. */
    private void handOver() {
        List<T> done = Beside.await(work);
        List<T> next = collected;
        collected = new ArrayList<>();
        collectedWeight = 0;
        work = Beside.supply(() -> {
            beside.accept(next);
            return next;
        });
        done.forEach(ready);
    }
}
