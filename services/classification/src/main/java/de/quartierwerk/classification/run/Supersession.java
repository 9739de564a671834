package de.quartierwerk.classification.run;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Published runs of the same scheme, area and period around a published one.
 *
 * @param run the run
 * @param supersedes the one published last before it
 * @param supersededBy the one published next after it
 */
public record Supersession(
        UUID run, @Nullable UUID supersedes, @Nullable UUID supersededBy) {
    /** Of a run that stands alone. */
    public static Supersession none(UUID run) {
        return new Supersession(run, null, null);
    }
}
