package de.quartierwerk.kit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.testing.ApiDocument.Call;
import de.quartierwerk.servers.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds every operation of a service's API document that changes an existing thing against the rules of conditional
 * requests (RFC 9110): a stale {@code If-Match} answers 412 and changes nothing, and of two changes of the same version
 * one is refused. An operation that is new fails until the subclass names how its thing comes to be. A service's test
 * extends it, annotated with {@code @QuarkusTest}.
 */
public abstract class ConditionalWritesTest {
    private static final Set<String> METHODS = Set.of("PUT", "PATCH", "DELETE");
    private static final String STALE = "\"4711\"";

    /** For subclasses. */
    protected ConditionalWritesTest() {}

    /**
     * A thing that exists, and a change of it.
     *
     * @param user local user who may change it
     * @param path below the root path, {@code /registry/v1/levels/a}
     * @param body of the change, which differs from what is there; null for none
     * @param readable whether {@code GET} of the path answers the thing with its {@code ETag}
     */
    public record Existing(String user, String path, String body, boolean readable) {
        /** A thing that can be read at its path. */
        public Existing(String user, String path, String body) {
            this(user, path, body, true);
        }
    }

    /** Makes a new thing for each call, by the {@code operationId} of the operation that changes it. */
    protected abstract Map<String, java.util.function.Supplier<Existing>> things();

    /** Operations ({@code operationId}) that never overwrite anything, with the reason. */
    protected Map<String, String> exceptions() {
        return Map.of();
    }

    /** Changes that come as {@code POST} on an existing thing and honour {@code If-Match} too. */
    protected Set<String> conditionalPosts() {
        return Set.of();
    }

    @BeforeEach
    void waitForTheIssuer() {
        Tokens.of("planner");
    }

    @Test
    void everyChangeHonoursIfMatch() {
        List<String> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(things().keySet());
        for (Call call : changes()) {
            String id = call.operation().path("operationId").asText();
            unknown.remove(id);
            if (!things().containsKey(id)) {
                faults.add(call + " (" + id + ") is not tried");
                continue;
            }
            if (!declaresIfMatch(call)) {
                faults.add(call + " does not declare If-Match");
            }
            Existing thing = things().get(id).get();
            String before = tag(thing);
            Response answer = send(call.method(), thing, STALE);
            if (answer.statusCode() != 412) {
                faults.add(call + " with a stale If-Match answers " + answer.statusCode() + " " + answer.asString());
            }
            if (thing.readable() && !before.equals(tag(thing))) {
                faults.add(call + " with a stale If-Match has changed the thing");
            }
        }
        unknown.forEach(id -> faults.add(id + " is no operation that changes something"));

        assertThat(faults).isEmpty();
    }

    @Test
    void twoChangesOfOneVersionLoseNothing() {
        List<String> faults = new ArrayList<>();
        for (Call call : changes()) {
            String id = call.operation().path("operationId").asText();
            Existing thing = things().containsKey(id) ? things().get(id).get() : null;
            if (thing == null || !thing.readable()) {
                continue;
            }
            String tag = tag(thing);
            List<Integer> statuses = Stream.of(
                            CompletableFuture.supplyAsync(() -> send(call.method(), thing, tag)),
                            CompletableFuture.supplyAsync(() -> send(call.method(), thing, tag)))
                    .map(CompletableFuture::join)
                    .map(Response::statusCode)
                    .sorted()
                    .toList();
            boolean oneWon = statuses.get(0) / 100 == 2 && Set.of(404, 409, 412).contains(statuses.get(1));
            if (!oneWon) {
                faults.add(call + " twice at once answers " + statuses);
            }
        }

        assertThat(faults).isEmpty();
    }

    private List<Call> changes() {
        return ApiDocument.read().calls().stream()
                .filter(call -> {
                    String id = call.operation().path("operationId").asText();
                    boolean change = METHODS.contains(call.method())
                            || conditionalPosts().contains(id);
                    return change && !exceptions().containsKey(id);
                })
                .toList();
    }

    private static boolean declaresIfMatch(Call call) {
        for (var parameter : call.operation().path("parameters")) {
            if (parameter.path("name").asText().equals("If-Match")) {
                return true;
            }
        }
        return false;
    }

    private static String tag(Existing thing) {
        if (!thing.readable()) {
            return "";
        }
        String tag = as(thing.user())
                .get(thing.path())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(tag).as("ETag of " + thing.path()).isNotNull().doesNotStartWith("W/");
        return tag;
    }

    private static Response send(String method, Existing thing, String ifMatch) {
        RequestSpecification request = as(thing.user()).header("If-Match", ifMatch);
        if (thing.body() != null) {
            request.contentType("application/json").body(thing.body());
        }
        return request.request(method, thing.path());
    }

    private static RequestSpecification as(String user) {
        return given().basePath("").header("Authorization", "Bearer " + Tokens.of(user));
    }
}
