package de.quartierwerk.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Invalid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller repeat a {@code POST} safely. The first answer to an {@code Idempotency-Key} is stored in the
 * transaction of the work itself, under key, caller and path; the same key with the same content gives it again, with
 * other content 422. Two requests with one key at the same time: the second waits for the first (both insert the same
 * row) and repeats its answer, or does the work itself if the first one failed. Failures are not stored.
 */
@ApplicationScoped
public class Idempotency {

    /** The request header. */
    public static final String HEADER = "Idempotency-Key";

    /** Told with a repeated answer: {@code true}. */
    public static final String REPLAYED_HEADER = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;
    private static final List<String> HEADERS_KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);

    private final FirstAnswerRepository answers;
    private final ObjectMapper json;
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Clock clock;
    private final Duration expiry;

    Idempotency(
            FirstAnswerRepository answers,
            ObjectMapper json,
            Caller caller,
            CurrentVertxRequest request,
            Clock clock,
            @ConfigProperty(name = "quartierwerk.idempotency.expiry") Duration expiry) {
        this.answers = answers;
        this.json = json;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
        this.expiry = expiry;
    }

    /**
     * Does the work in a transaction, once per key. Call it in the resource, without a transaction of its own.
     *
     * @param headers of the request
     * @param parts the content that counts: strings, byte arrays, paths of files, numbers; null is allowed
     * @param work answers with a body that Jackson can write, or none
     */
    public <T> RestResponse<T> once(
            HttpHeaders headers, List<? extends @Nullable Object> parts, Supplier<RestResponse<T>> work) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(work::get);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Invalid.parameter(HEADER, key, "idempotency.key-malformed", LONGEST_KEY);
        }
        HttpServerRequest http = request.getCurrent().request();
        FirstAnswer.Id id = new FirstAnswer.Id(caller.name(), http.method() + " " + http.path(), key);
        String hash = ContentHash.of(parts);
        return QuarkusTransaction.joiningExisting().call(() -> once(id, hash, work));
    }

    private <T> RestResponse<T> once(FirstAnswer.Id id, String hash, Supplier<RestResponse<T>> work) {
        Instant now = clock.instant();
        if (answers.claim(id, hash, now, now.plus(expiry))) {
            RestResponse<T> response = work.get();
            keep(answers.findById(id), response);
            return response;
        }
        FirstAnswer first = answers.findById(id);
        if (!first.contentHash.equals(hash)) {
            throw new Invalid("idempotency.content-differs", id.key());
        }
        return replay(first);
    }

    private void keep(FirstAnswer first, RestResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS_KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        first.status = response.getStatus();
        first.headers = headers;
        first.body = response.hasEntity() ? write(response.getEntity()) : null;
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body is stored as the JSON that was sent, and is sent as it is. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> replay(FirstAnswer first) {
        ResponseBuilder<Object> response =
                ResponseBuilder.create(Objects.requireNonNull(first.status)).header(REPLAYED_HEADER, "true");
        Map<String, String> headers = Objects.requireNonNull(first.headers);
        headers.forEach(response::header);
        if (first.body != null) {
            response.entity(first.body);
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                response.type(MediaType.APPLICATION_JSON_TYPE);
            }
        }
        return (RestResponse<T>) response.build();
    }

    /** Removes what has expired. */
    @Scheduled(every = "${quartierwerk.idempotency.clean-up-every}", delayed = "1m")
    @Transactional
    void cleanUp() {
        answers.deleteExpired(clock.instant());
    }
}
