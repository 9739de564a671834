package de.quartierwerk.kit.problem;

import java.time.Duration;
import java.util.Map;

/** Not now, but soon: 503 with {@code Retry-After}. */
public final class Unavailable extends Failure {

    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Duration retryAfter;

    /**
     * The caller may ask again after two seconds.
     *
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public Unavailable(String code, Object... arguments) {
        this(SOON, code, arguments);
    }

    private Unavailable(Duration retryAfter, String code, Object... arguments) {
        super(503, code, arguments);
        this.retryAfter = retryAfter;
    }

    /** The caller may ask again after the time named; it is told in whole seconds. */
    public static Unavailable after(Duration retryAfter, String code, Object... arguments) {
        return new Unavailable(retryAfter, code, arguments);
    }

    /** When it makes sense to ask again, in whole seconds, at least 1. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.toSeconds());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Long.toString(retryAfterSeconds()));
    }
}
