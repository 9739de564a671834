package de.quartierwerk.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A need of qualitative or municipal origin was added to a published run.
 *
 * @param run id of the run
 * @param scheme scheme code
 * @param period period of the run
 * @param space space key
 * @param need code of the field of action
 * @param reason why
 * @param addedAt instant of the addition
 * @param origin {@code qualitative} or {@code municipal}; null in events from before it was told
 */
public record NeedAdded(
        UUID run,
        String scheme,
        String period,
        String space,
        String need,
        String reason,
        Instant addedAt,
        @Nullable String origin) {
    /** The origin of needs whose event does not tell it. */
    public static final String QUALITATIVE = "qualitative";

    /** A need of qualitative origin. */
    public NeedAdded(
            UUID run, String scheme, String period, String space, String need, String reason, Instant addedAt) {
        this(run, scheme, period, space, need, reason, addedAt, QUALITATIVE);
    }
}
