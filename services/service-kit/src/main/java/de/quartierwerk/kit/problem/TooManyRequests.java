package de.quartierwerk.kit.problem;

import java.time.Duration;
import java.util.Map;

/** A client has asked more often than it may: 429 with {@code Retry-After}. */
public final class TooManyRequests extends Failure {

    private static final long serialVersionUID = 1L;

    private final long retryAfterSeconds;
    private final String policy;
    private final String limit;

    /**
     * @param perMinute how many requests may be
     * @param retryAfter when the next will be answered
     * @param policy value of the header {@code RateLimit-Policy}
     * @param limit value of the header {@code RateLimit}
     */
    public TooManyRequests(int perMinute, Duration retryAfter, String policy, String limit) {
        super(429, "request.too-many", perMinute, retryAfter.toSeconds());
        this.retryAfterSeconds = Math.max(1, retryAfter.toSeconds());
        this.policy = policy;
        this.limit = limit;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Long.toString(retryAfterSeconds), "RateLimit-Policy", policy, "RateLimit", limit);
    }
}
