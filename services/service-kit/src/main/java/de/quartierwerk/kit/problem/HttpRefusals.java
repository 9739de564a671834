package de.quartierwerk.kit.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Refusals by JAX-RS itself: no such path, method, media type. */
final class HttpRefusals {

    private HttpRefusals() {}

    static Optional<Refusal> of(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            // a path or query parameter that could not be converted
            return Optional.of(Refusal.of(400, "parameter.malformed"));
        }
        if (status >= 500 && status != 503) {
            return Optional.empty();
        }
        if (status == 413 && BodyRefusals.isOfForm(failure)) {
            return Optional.of(Refusal.of(413, "form.text-too-large", ProblemAnswers.LARGEST_TEXT));
        }
        Refusal refusal = ofStatus(status);
        String allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return Optional.of(status == 405 && allow != null ? refusal.withHeader(HttpHeaders.ALLOW, allow) : refusal);
    }

    /** What a bare status means. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 400 -> Refusal.of(400, "request.malformed");
            case 401 -> Refusal.of(401, "authentication.required").withHeader("WWW-Authenticate", "Bearer");
            case 403 -> Refusal.of(403, "role.missing");
            case 404 -> Refusal.of(404, "request.not-found", ProblemAnswers.PATH);
            case 405 -> Refusal.of(405, "request.method-not-allowed", ProblemAnswers.METHOD);
            case 406 -> Refusal.of(406, "request.not-acceptable", ProblemAnswers.ACCEPT, "application/json");
            case 413 -> Refusal.of(413, "request.too-large", ProblemAnswers.LARGEST);
            case 415 -> Refusal.of(415, "request.unsupported-media-type", ProblemAnswers.CONTENT_TYPE);
            case 503 -> Refusals.unavailable();
            default -> Refusal.of(status, "request.refused", status);
        };
    }
}
