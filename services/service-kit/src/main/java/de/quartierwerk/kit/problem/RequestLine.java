package de.quartierwerk.kit.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests that are for no path, for one that cannot be decoded, or for no host that could stand in an address.
 * Behind here everybody may rely on all three.
 */
@ApplicationScoped
class RequestLine {

    private static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final ProblemAnswers answers;
    private final AnswerHeaders headers;

    RequestLine(ProblemAnswers answers, AnswerHeaders headers) {
        this.answers = answers;
        this.headers = headers;
    }

    /** Answers the request if it goes no further, and says so. */
    boolean answers(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (request.version() == HttpVersion.HTTP_1_0 && request.getHeader("Host") == null) {
            request.headers().set("Host", "localhost");
        }
        if (request.method().equals(HttpMethod.OPTIONS) && request.uri().equals("*")) {
            headers.complete(request);
            response.setStatusCode(204)
                    .putHeader("Allow", String.join(", ", METHODS))
                    .end();
            return true;
        }
        Optional<Refusal> refusal = check(request);
        refusal.ifPresent(why -> {
            headers.complete(request);
            response.putHeader("Connection", "close");
            ProblemRoutes.send(response, answers.answer(why, ProblemRoutes.asked(request)));
        });
        return refusal.isPresent();
    }

    private static Optional<Refusal> check(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.CONNECT)) {
            return Optional.of(Refusal.of(new MethodNotAllowed("CONNECT", METHODS)));
        }
        if (!hasHost(request)) {
            return Optional.of(Refusal.of(400, "request.host-malformed"));
        }
        boolean path = request.path() != null
                && (request.path().startsWith("/") || request.uri().equals("*"));
        return path && isAddress(request.uri()) ? Optional.empty() : Optional.of(HttpRefusals.ofStatus(400));
    }

    /** Whether it can be decoded; everybody behind here relies on that. */
    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** One host with or without a port, which {@code java.net.URI} can read too. */
    private static boolean hasHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        if (request.authority() == null || request.authority().host().isEmpty() || hosts.size() != 1) {
            return false;
        }
        return isAddress("http://" + hosts.get(0) + "/");
    }
}
