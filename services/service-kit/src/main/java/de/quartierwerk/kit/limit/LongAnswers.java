package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

/** Bounds how many streamed answers are at work at once: each holds a thread until its reader has everything. */
@ApplicationScoped
public class LongAnswers {
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
            Runnable turn = waiting.take(client).orElseThrow(() -> new Unavailable("server.busy"));
            try {
                return places.await(client, 1);
            } finally {
                turn.run();
            }
        });
    }
}
