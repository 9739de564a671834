package de.quartierwerk.kit.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.quartierwerk.kit.problem.TooManyRequests;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Counts requests per client, one bucket for each kind of request: it holds as many requests as a minute allows and is
 * filled evenly. Every instance counts for itself.
 */
@ApplicationScoped
public class Rates {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 100_000;

    private final LimitSettings.RateSettings settings;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    Rates(LimitSettings settings) {
        this.settings = settings.perMinute();
    }

    /**
     * What is left to a client.
     *
     * @param policy name of the limit
     * @param perMinute requests that it allows
     * @param remaining requests that are left at once
     * @param resetSeconds seconds after which all of them are there again
     */
    record Left(String policy, int perMinute, long remaining, long resetSeconds) {
        /** The value of {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers). */
        String limit() {
            return "\"" + policy + "\";r=" + remaining + ";t=" + resetSeconds;
        }

        /** The value of {@code RateLimit-Policy}. */
        String policyText() {
            return "\"" + policy + "\";q=" + perMinute + ";w=60";
        }
    }

    Left countKnown(String client) {
        return count("known", client, settings.known());
    }

    Left countAnonymous(String client) {
        return count("anonymous", client, settings.anonymous());
    }

    Left countUpload(String client) {
        return count("uploads", client, settings.uploads());
    }

    Left countDemanding(String client) {
        return count("demanding", client, settings.demanding());
    }

    /**
     * Counts a token that was refused. Good tokens from the same address go on: many callers may share one gateway.
     *
     * @return the failure that the caller is told: the given one, or that there were too many
     */
    public Throwable countRefused(String client, Throwable failure) {
        try {
            count("refused", client, settings.refused());
            return failure;
        } catch (TooManyRequests tooMany) {
            return tooMany;
        }
    }

    private Left count(String policy, String client, int perMinute) {
        ConsumptionProbe probe = bucket(policy, client, perMinute).tryConsumeAndReturnRemaining(1);
        long reset = seconds(probe.getNanosToWaitForReset());
        Left left = new Left(policy, perMinute, probe.getRemainingTokens(), reset);
        if (!probe.isConsumed()) {
            throw tooMany(left, seconds(probe.getNanosToWaitForRefill()));
        }
        return left;
    }

    private static TooManyRequests tooMany(Left left, long retryAfter) {
        return new TooManyRequests(left.perMinute(), Duration.ofSeconds(retryAfter), left.policyText(), left.limit());
    }

    private Bucket bucket(String policy, String client, int perMinute) {
        return buckets.get(
                policy + ' ' + client,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    private static long seconds(long nanos) {
        return Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds());
    }
}
