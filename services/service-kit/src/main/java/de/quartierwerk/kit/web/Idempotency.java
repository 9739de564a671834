package de.quartierwerk.kit.web;

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
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    private final IdempotencyStore store;
    private final ObjectMapper json;
    private final Caller caller;
    private final CurrentVertxRequest request;
    private final Duration expiry;

    Idempotency(
            IdempotencyStore store,
            ObjectMapper json,
            Caller caller,
            CurrentVertxRequest request,
            @ConfigProperty(name = "quartierwerk.idempotency.expiry") Duration expiry) {
        this.store = store;
        this.json = json;
        this.caller = caller;
        this.request = request;
        this.expiry = expiry;
    }

    /**
     * Does the work in a transaction, once per key. Call it in the resource, without a transaction of its own.
     *
     * @param headers of the request
     * @param parts the content that counts: strings, byte arrays, paths of files, numbers; null is allowed
     * @param work answers with a body that Jackson can write, or none
     */
    public Response answer(HttpHeaders headers, List<Object> parts, Supplier<Response> work) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(work::get);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Invalid.parameter(HEADER, key, "idempotency.key-malformed", LONGEST_KEY);
        }
        HttpServerRequest http = request.getCurrent().request();
        StoredAnswer.Id id = new StoredAnswer.Id(caller.name(), http.method() + " " + http.path(), key);
        String hash = ContentHash.of(parts);
        return QuarkusTransaction.joiningExisting().call(() -> once(id, hash, work));
    }

    private Response once(StoredAnswer.Id id, String hash, Supplier<Response> work) throws SQLException {
        if (store.claim(id, hash, expiry)) {
            Response response = work.get();
            store.complete(id, answerOf(response));
            return response;
        }
        StoredAnswer stored = store.find(id);
        if (!stored.contentHash().equals(hash)) {
            throw new Invalid("idempotency.content-differs", id.key());
        }
        return stored.replay();
    }

    private StoredAnswer answerOf(Response response) {
        try {
            String body = response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null;
            return StoredAnswer.of(response, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what has expired. */
    @Scheduled(every = "${quartierwerk.idempotency.clean-up-every}", delayed = "1m")
    @Transactional
    void cleanUp() throws SQLException {
        store.removeExpired();
    }
}
