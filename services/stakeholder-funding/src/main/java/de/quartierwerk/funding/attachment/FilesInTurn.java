package de.quartierwerk.funding.attachment;

import de.quartierwerk.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one file at a time into memory: a few of them, with what is made of their bytes, would fill it. */
@ApplicationScoped
public class FilesInTurn {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Semaphore turn = new Semaphore(1, true);

    /** What is done with a file. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T done() throws IOException;
    }

    /** Does the work when it is its turn; 503 where others take too long. */
    public <T> T take(Work<T> work) throws IOException {
        try {
            if (!turn.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Unavailable("server.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("server.busy");
        }
        try {
            return work.done();
        } finally {
            turn.release();
        }
    }
}
