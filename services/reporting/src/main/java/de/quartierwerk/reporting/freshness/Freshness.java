package de.quartierwerk.reporting.freshness;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets reads see what other services have just published. While the broker is away or a backlog is being worked off,
 * reads go on with what is here; they do not call anything unknown then, but ask the caller to come again.
 */
@ApplicationScoped
public class Freshness {
    private static final Logger LOG = Logger.getLogger(Freshness.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** All topics that fill the read model. */
    private static final String[] ALL = {
        Topics.SOCIAL_SPACE,
        Topics.INDICATOR,
        Topics.VALUE_PUBLIC,
        Topics.CLASSIFICATION,
        Topics.STAKEHOLDER,
        Topics.FUNDING
    };

    private final Settling settling;
    private final AtomicLong nextAttempt = new AtomicLong(System.nanoTime());

    Freshness(Settling settling) {
        this.settling = settling;
    }

    /**
     * Whether the read model was current when the read began.
     *
     * @param behind why it was not, null where it was
     */
    public record State(@Nullable Unavailable behind) {
        /** The failure for something that was not found: {@code unknown}, unless it may just not have arrived. */
        public Failure missing(Supplier<? extends Failure> unknown) {
            return behind == null ? unknown.get() : behind;
        }
    }

    /**
     * Catches up with topics before a read, for up to ten seconds. For ten seconds after a failure, reads do not wait.
     *
     * @param topics topics that the read depends on
     */
    public State catchUp(String... topics) {
        if (System.nanoTime() - nextAttempt.get() < 0) {
            return new State(new Unavailable("service.catching-up"));
        }
        try {
            settling.catchUp(topics);
            return new State(null);
        } catch (Unavailable e) {
            LOG.warnf("Reads go on with what is here: %s", e.getMessage());
            nextAttempt.set(System.nanoTime() + PAUSE.toNanos());
            return new State(e);
        }
    }

    /** Catches up with all topics before a read. */
    public State catchUpAll() {
        return catchUp(ALL);
    }

    /**
     * Catches up with topics before work that must not miss anything.
     *
     * @throws Unavailable when that takes longer than ten seconds
     */
    public void require(String... topics) {
        settling.catchUp(topics);
    }

    /** Catches up with all topics before work that must not miss anything. */
    public void requireAll() {
        require(ALL);
    }
}
