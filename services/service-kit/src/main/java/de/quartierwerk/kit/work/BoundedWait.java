package de.quartierwerk.kit.work;

import de.quartierwerk.kit.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How long a caller is kept waiting for what is about to be true. */
public final class BoundedWait {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /**
     * Returns as soon as the condition holds.
     *
     * @param code code of the problem when it does not
     * @throws Unavailable when it does not hold within ten seconds
     */
    public static void until(BooleanSupplier condition, String code) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw exhausted(code);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The failure that asks the caller to try again in a moment. */
    public static Unavailable exhausted(String code) {
        return new Unavailable(code, TRY_AGAIN_AFTER);
    }

    private BoundedWait() {}
}
