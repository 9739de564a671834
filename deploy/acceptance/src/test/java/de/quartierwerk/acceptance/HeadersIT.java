package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.acceptance.fuzz.RawAnswer;
import de.quartierwerk.acceptance.fuzz.RawClient;
import de.quartierwerk.acceptance.fuzz.RawRequest;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every answer says to browsers and caches: of every operation, and of everything beside the operations. */
@Order(16)
@ExtendWith(PlatformExtension.class)
class HeadersIT {

    private static final String FOREIGN = "Origin: https://evil.example";

    /** Headers of a request on which an answer may depend. */
    private static final Set<String> VARY =
            Set.of("accept", "accept-encoding", "accept-language", "authorization", "origin");

    private final Acceptance acceptance;
    private final PlatformClient client;

    HeadersIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @Test
    void everyOperation_saysIt() {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            for (String user : new String[] {null, "admin"}) {
                // When
                RawAnswer answer = ask(call, user);
                // Then
                faults(answer).forEach(fault -> faults.add(call + " by " + user + ": " + fault + " " + answer));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everythingBesideTheOperations_saysIt() {
        // Given
        acceptance.demonstration();
        List<String> faults = new ArrayList<>();
        for (String service : ApiDocument.SERVICES) {
            List<String> paths = Stream.concat(
                            Stream.of(
                                            "",
                                            "/docs",
                                            "/docs/",
                                            "/docs/none",
                                            "/openapi",
                                            "/q/health",
                                            "/q/health/live",
                                            "/q/metrics",
                                            "/none",
                                            "/v1/%zz",
                                            "x")
                                    .map(path -> "/" + service + path),
                            Stream.of("/", "/elsewhere", "/" + service + "/../etc"))
                    .toList();
            paths.forEach(path -> check(faults, service, path, "GET", List.of("Accept: */*")));
            check(faults, service, "/" + service + "/v1/audit", "OPTIONS", List.of());
            check(faults, service, "/" + service + "/openapi", "DELETE", List.of());
        }
        // Then
        Stream.of("", "/conformance", "/collections", "/collections/social-space", "/collections/social-space/items")
                .forEach(path ->
                        check(faults, "registry", "/registry/v1/ogc" + path, "GET", List.of("Accept: text/html")));
        Stream.of(
                        "/",
                        "/indikatoren",
                        "/berichte",
                        "/handlungsfelder/HF1",
                        "/v1/spaces/99001001-01/profile?period=2023")
                .forEach(path -> check(faults, "reporting", "/reporting" + path, "GET", List.of("Accept: text/html")));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatHasNotChanged_saysItToo() {
        // Given
        RawAnswer first = get("registry", "/registry/v1/levels", List.of());
        // When
        RawAnswer second = get(
                "registry",
                "/registry/v1/levels",
                List.of("If-None-Match: " + first.header("etag").orElseThrow()));
        // Then
        assertThat(second.status()).isEqualTo(304);
        assertThat(faults(second)).isEmpty();
        assertThat(second.header("etag")).isEqualTo(first.header("etag"));
        assertThat(second.header("cache-control")).isEqualTo(first.header("cache-control"));
    }

    @Test
    void openReads_areReadableFromEveryOriginAndNothingElseIs() {
        // Given
        List<String> faults = new ArrayList<>();
        for (Call call : ApiDocument.calls(client)) {
            String service = call.path().split("/", 3)[1];
            // When
            RawAnswer open = send(service, request(call, null, FOREIGN));
            RawAnswer known = send(service, request(call, "admin", FOREIGN));
            // Then
            String expected = call.method().equals("GET") ? "*" : null;
            if (!allowed(open).equals(Optional.ofNullable(expected)) || (expected == null && open.status() != 403)) {
                faults.add(call + " without a token: " + allowed(open) + " " + open);
            }
            if (allowed(known).isPresent() || known.status() != 403) {
                faults.add(call + " with a token: " + allowed(known) + " " + known);
            }
            for (RawAnswer answer : List.of(open, known)) {
                answer.header("access-control-allow-credentials")
                        .ifPresent(each -> faults.add(call + " takes credentials"));
            }
        }
        assertThat(faults).isEmpty();
        for (String service : ApiDocument.SERVICES) {
            assertThat(get(service, "/" + service + "/q/metrics", List.of(FOREIGN))
                            .status())
                    .isEqualTo(403);
        }
    }

    private static Optional<String> allowed(RawAnswer answer) {
        return answer.header("access-control-allow-origin");
    }

    private void check(List<String> faults, String service, String path, String method, List<String> headers) {
        RawAnswer answer = send(service, RawRequest.usual(method, path, headers, new byte[0]));
        faults(answer).forEach(fault -> faults.add(method + " " + path + ": " + fault + " " + answer));
    }

    private RawAnswer ask(Call call, String user) {
        return send(call.path().split("/", 3)[1], request(call, user, "Accept-Encoding: gzip;q=0"));
    }

    private RawRequest request(Call call, String user, String more) {
        List<String> headers = new ArrayList<>(List.of(more));
        call.headers().forEach((name, value) -> headers.add(name + ": " + value));
        if (user != null) {
            headers.add("Authorization: Bearer " + client.token(user));
        }
        byte[] body = call.bodyType() == null ? new byte[0] : call.emptyBody().getBytes(StandardCharsets.UTF_8);
        // what changes something is asked in a way that is refused
        String path = call.method().equals("GET") ? call.filledPath() : call.filledPath() + "?gibt-es-nicht=1";
        return RawRequest.usual(call.method(), path, headers, body);
    }

    private RawAnswer get(String service, String path, List<String> headers) {
        return send(service, RawRequest.usual("GET", path, headers, new byte[0]));
    }

    private RawAnswer send(String service, RawRequest request) {
        return RawClient.send(URI.create(client.address("/" + service)), request);
    }

    /** What an answer does not say, though it should. */
    private static List<String> faults(RawAnswer answer) {
        List<String> faults = new ArrayList<>();
        Map<String, String> expected = Map.of("x-content-type-options", "nosniff", "referrer-policy", "no-referrer");
        expected.forEach((name, value) -> {
            if (!answer.headers().getOrDefault(name, List.of()).equals(List.of(value))) {
                faults.add(name + " is not " + value);
            }
        });
        List<String> policies = answer.headers().getOrDefault("content-security-policy", List.of());
        if (policies.size() != 1 || !policies.get(0).startsWith("default-src 'none'")) {
            faults.add("its policy is " + policies);
        }
        String vary = String.join(",", answer.headers().getOrDefault("vary", List.of()))
                .toLowerCase(Locale.ROOT);
        if (!List.of(vary.split("\\s*,\\s*", -1)).containsAll(VARY)) {
            faults.add("it varies by " + vary + " only");
        }
        if (answer.status() >= 400 && !answer.header("cache-control").equals(Optional.of("no-store"))) {
            faults.add("a refusal may be stored");
        }
        if (answer.status() == 0) {
            faults.add("no answer");
        }
        return faults;
    }
}
