package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Bounds how many streamed answers are at work at once: each holds a thread until its reader has everything. */
@ApplicationScoped
public class LongAnswers {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Places places;
    private final Places waiting;

    LongAnswers(LimitSettings settings) {
        this.places = new Places(settings.longAnswers());
        this.waiting = new Places(settings.longAnswers());
    }

    /** The same answer, which waits a few seconds for a place before its first byte, and is refused after them. */
    public StreamingOutput bounded(String client, StreamingOutput answer) {
        return output -> {
            Runnable place = place(client);
            try {
                answer.write(output);
            } finally {
                place.run();
            }
        };
    }

    private Runnable place(String client) {
        return places.take(client).orElseGet(() -> {
            Runnable turn = waiting.take(client).orElseThrow(LongAnswers::busy);
            try {
                return waitForPlace(client);
            } finally {
                turn.run();
            }
        });
    }

    private Runnable waitForPlace(String client) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<Runnable> place = places.take(client);
        while (place.isEmpty()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw busy();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            place = places.take(client);
        }
        return place.get();
    }

    private static Unavailable busy() {
        return new Unavailable("server.busy");
    }
}
