package de.quartierwerk.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that behaves well: one call after the other, and it waits where it is asked to. */
final class PatientClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final AtomicInteger through = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();

    /** Makes these calls in turn until the time is over. */
    void work(List<URI> calls, Map<String, String> headers, long endNanos) {
        for (int number = 0; System.nanoTime() < endNanos; number++) {
            URI call = calls.get(number % calls.size());
            HttpRequest.Builder request = HttpRequest.newBuilder(call).timeout(PATIENCE);
            headers.forEach(request::header);
            long start = System.nanoTime();
            try {
                note(call, http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            } catch (IOException unanswered) {
                faults.add(call + ": " + unanswered);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
    }

    private void note(URI call, HttpResponse<byte[]> answer) throws InterruptedException {
        boolean later = answer.statusCode() == 429 || answer.statusCode() == 503;
        int seconds = answer.headers()
                .firstValue("Retry-After")
                .map(Integer::parseInt)
                .orElse(0);
        if (answer.statusCode() == 200) {
            through.incrementAndGet();
            Thread.sleep(20);
        } else if (later && seconds > 0) {
            refused.incrementAndGet();
            Thread.sleep(seconds * 1_000L);
        } else {
            faults.add(call + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    int through() {
        return through.get();
    }

    int refused() {
        return refused.get();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The time within which this share of its calls was over. */
    long millis(double share) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share)));
    }
}
