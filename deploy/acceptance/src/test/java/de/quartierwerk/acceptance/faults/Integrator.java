package de.quartierwerk.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.LoadFailure;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A patient integrator: a write that is not answered, or answered with 503, is sent again with the same
 * {@code Idempotency-Key} until it is acknowledged or refused.
 */
final class Integrator {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final String KEY = "Idempotency-Key";

    private final PlatformClient client;
    private final History history;

    Integrator(PlatformClient client, History history) {
        this.client = client;
        this.history = history;
    }

    Answer put(String path, String user, String body) {
        return put(path, user, body, Map.of());
    }

    Answer put(String path, String user, String body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        return written("PUT " + path, () -> client.send("PUT", path, user, headers, BodyPublishers.ofString(body)));
    }

    Answer post(String path, String user, String body) {
        return post(path, user, body, Map.of());
    }

    Answer post(String path, String user, String body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put(KEY, UUID.randomUUID().toString());
        return written("POST " + path, () -> client.send("POST", path, user, headers, BodyPublishers.ofString(body)));
    }

    Answer upload(String path, String user, String fileName, String content, String part, String options) {
        Map<String, String> headers = Map.of(KEY, UUID.randomUUID().toString());
        JsonNode tree = tree(options);
        return written(
                "POST " + path,
                () -> client.upload(path, user, headers, fileName, BodyPublishers.ofString(content), part, tree));
    }

    Answer get(String path, String user) {
        return patiently(() -> client.get(path, user)).answer();
    }

    Answer read(String path, String user, String type) {
        return patiently(() -> client.send("GET", path, user, Map.of("Accept", type), BodyPublishers.noBody()))
                .answer();
    }

    /** Reads until a field is one of these. */
    JsonNode await(String path, String user, String field, Set<String> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode read = get(path, user).orFail().json();
        while (!wanted.contains(read.path(field).asText())) {
            if (Instant.now().isAfter(end)) {
                throw new LoadFailure(path + " is still " + read.path(field).asText() + " after " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            read = get(path, user).orFail().json();
        }
        return read;
    }

    /** A request and how it was answered in the end. */
    private record Exchange(Answer answer, int attempts, History.Span span) {}

    private Answer written(String request, Supplier<Answer> call) {
        Exchange exchange = patiently(call);
        history.called(request, exchange.answer().status(), exchange.attempts(), exchange.span());
        return exchange.answer();
    }

    private static Exchange patiently(Supplier<Answer> call) {
        Instant begin = Instant.now();
        for (int attempts = 1; ; attempts++) {
            boolean last = Instant.now().isAfter(begin.plus(PATIENCE));
            try {
                Answer answer = call.get();
                if (last || (answer.status() != 503 && answer.status() != 429)) {
                    return new Exchange(answer, attempts, new History.Span(begin, Instant.now()));
                }
            } catch (LoadFailure unanswered) {
                if (last) {
                    throw unanswered;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
