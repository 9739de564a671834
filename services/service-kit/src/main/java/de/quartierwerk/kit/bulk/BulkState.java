package de.quartierwerk.kit.bulk;

import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a bulk job is.
 *
 * @param progress batches that the broker has acknowledged
 * @param publishedAt when the last one was; null before
 */
public record BulkState(
        Progress progress, Instant startedAt, @Nullable Instant publishedAt) {}
