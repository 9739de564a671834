package de.quartierwerk.local;

import de.quartierwerk.servers.Folders;
import de.quartierwerk.servers.GuardedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Waits for a process until a condition holds, the process ends or the time is over. */
record Waiting(String name, GuardedProcess process, Path log, Duration patience) {
    /** A condition that is asked again and again. */
    interface Condition {
        boolean holds() throws StartFailure;
    }

    void until(Condition condition) throws StartFailure {
        Instant end = Instant.now().plus(patience);
        try {
            while (!condition.holds()) {
                if (!process.alive()) {
                    condition.holds();
                    throw new StartFailure(
                            name + " ended while starting; the end of " + log + ":\n" + Folders.tail(log, 25));
                }
                if (Instant.now().isAfter(end)) {
                    throw new StartFailure(name + " is not ready after " + patience.toSeconds() + " s; the end of "
                            + log + ":\n" + Folders.tail(log, 25));
                }
                Thread.sleep(150);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for " + name, e);
        }
    }
}
