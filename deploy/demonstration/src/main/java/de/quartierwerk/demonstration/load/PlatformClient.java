package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * A client of the platform's REST interface. Paths begin with a service's root; a user is one of the local
 * installation, null means no token. What a service asks to be tried again later (429, 503 with Retry-After) is tried
 * again.
 */
public final class PlatformClient {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final PlatformAddresses addresses;
    private final AccessTokens tokens;
    private final Consumer<Answer> observer;
    private final Documents documents;

    /** Changes JSON documents on their way. */
    @FunctionalInterface
    public interface Documents {
        /** What is sent instead; the path has its query. */
        String rewrite(String method, String path, String json);
    }

    /** A client of the platform at these addresses. */
    public PlatformClient(PlatformAddresses addresses) {
        this(addresses, answer -> {});
    }

    /** A client that shows every answer to an observer as well. */
    public PlatformClient(PlatformAddresses addresses, Consumer<Answer> observer) {
        this(addresses, observer, (method, path, json) -> json);
    }

    /** A client that changes the documents that it sends. */
    public PlatformClient(PlatformAddresses addresses, Consumer<Answer> observer, Documents documents) {
        this.addresses = addresses;
        this.tokens = new AccessTokens(http, addresses.realm());
        this.observer = observer;
        this.documents = documents;
    }

    /** The full address of a path. */
    public String address(String path) {
        return addresses.of(path);
    }

    /** A token of a user, for requests that are not made here. */
    public String token(String user) {
        return tokens.of(user);
    }

    /** Reads JSON. */
    public Answer get(String path, String user) {
        return send("GET", path, user, Map.of(), BodyPublishers.noBody());
    }

    /** Puts JSON. */
    public Answer put(String path, String user, JsonNode body) {
        return send("PUT", path, user, Map.of("Content-Type", JSON), BodyPublishers.ofString(body.toString()));
    }

    /** Posts JSON. */
    public Answer post(String path, String user, JsonNode body) {
        return send("POST", path, user, Map.of("Content-Type", JSON), BodyPublishers.ofString(body.toString()));
    }

    /** Posts a file with a JSON part beside it. */
    public Answer upload(String path, String user, Path file, String part, JsonNode options) {
        try {
            return upload(path, user, file.getFileName().toString(), BodyPublishers.ofFile(file), part, options);
        } catch (FileNotFoundException e) {
            throw new LoadFailure(file + " is missing", e);
        }
    }

    /** Posts the content of a file with a JSON part beside it. */
    public Answer upload(
            String path, String user, String fileName, BodyPublisher content, String part, JsonNode options) {
        return upload(path, user, Map.of(), fileName, content, part, options);
    }

    /** The same with more headers. */
    public Answer upload(
            String path,
            String user,
            Map<String, String> more,
            String fileName,
            BodyPublisher content,
            String part,
            JsonNode options) {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"\r\nContent-Type: application/json\r\n\r\n" + options + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head), content, BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send("POST", path, user, headers, body);
    }

    /** Sends any request; Accept is JSON unless a header says otherwise. */
    public Answer send(String method, String path, String user, Map<String, String> headers, BodyPublisher body) {
        boolean document = JSON.equals(headers.get("Content-Type")) && body.contentLength() > 0;
        return repeat(
                method,
                path,
                user,
                headers,
                document ? BodyPublishers.ofString(documents.rewrite(method, path, text(body))) : body);
    }

    private static String text(BodyPublisher body) {
        HttpResponse.BodySubscriber<String> text = HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                text.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                text.onNext(List.of(bytes));
            }

            @Override
            public void onError(Throwable failure) {
                text.onError(failure);
            }

            @Override
            public void onComplete() {
                text.onComplete();
            }
        });
        return text.getBody().toCompletableFuture().join();
    }

    private Answer repeat(String method, String path, String user, Map<String, String> headers, BodyPublisher body) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Answer answer = once(method, path, user, headers, body);
            boolean later = answer.status() == 503 || answer.status() == 429;
            Integer seconds = later
                    ? answer.header("Retry-After")
                            .filter(text -> text.matches("\\d{1,4}"))
                            .map(Integer::valueOf)
                            .orElse(null)
                    : null;
            if (seconds == null || Instant.now().isAfter(end)) {
                return answer;
            }
            pause(Duration.ofSeconds(Math.max(1, seconds)));
        }
    }

    /** Reads a resource until its state is one of these. */
    public JsonNode await(String path, String user, Set<String> states, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (true) {
            JsonNode answer = get(path, user).orFail().json();
            if (states.contains(answer.path("state").asText())) {
                return answer;
            }
            if (Instant.now().isAfter(end)) {
                throw new LoadFailure(path + " is still " + answer.path("state").asText() + " after " + patience);
            }
            pause(Duration.ofMillis(200));
        }
    }

    /** All items of a list, page by page. */
    public List<JsonNode> items(String path, String user) {
        List<JsonNode> items = new ArrayList<>();
        each(path, user, items::add);
        return items;
    }

    /** Every item of a list that need not stand in memory as a whole. */
    public void each(String path, String user, Consumer<JsonNode> item) {
        String cursor = null;
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=1000"
                    + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            JsonNode answer = get(page, user).orFail().json();
            answer.get("items").forEach(item);
            cursor = answer.path("next").asText(null);
        } while (cursor != null);
    }

    private Answer once(String method, String path, String user, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.of(path)))
                .timeout(Duration.ofMinutes(5))
                .method(method, body);
        if (!headers.containsKey("Accept")) {
            request.header("Accept", JSON);
        }
        headers.forEach(request::header);
        if (user != null) {
            request.header("Authorization", "Bearer " + tokens.of(user));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
            observer.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new LoadFailure(method + " " + path + " was not answered: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("interrupted", e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("interrupted", e);
        }
    }
}
