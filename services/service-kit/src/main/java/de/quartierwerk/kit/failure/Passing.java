package de.quartierwerk.kit.failure;

import de.quartierwerk.kit.database.SqlStates;
import java.io.IOException;
import java.util.Set;

/** Failures that pass by themselves, so that the work can be begun again as if nothing had happened. */
public final class Passing {
    /** Java tells these by the words of the operating system alone. */
    private static final Set<String> DISK_FULL = Set.of("No space left on device", "Disk quota exceeded");

    private Passing() {}

    /** Whether the database is away or busy, or the disk is full. */
    public static boolean is(Throwable failure) {
        return SqlStates.isPassing(failure) || isDiskFull(failure);
    }

    /** Whether a file could not be written since the disk is full. */
    public static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (cause instanceof IOException && DISK_FULL.stream().anyMatch(words::endsWith)) {
                return true;
            }
        }
        return false;
    }
}
