package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes problem documents; faults of the platform are logged under the reference that the caller is told. */
@ApplicationScoped
class ProblemAnswers {

    /** Arguments that stand for a part of the request. */
    enum Place {
        PATH,
        METHOD,
        ACCEPT,
        CONTENT_TYPE,
        LARGEST,
        LARGEST_TEXT
    }

    static final Place PATH = Place.PATH;
    static final Place METHOD = Place.METHOD;
    static final Place ACCEPT = Place.ACCEPT;
    static final Place CONTENT_TYPE = Place.CONTENT_TYPE;
    static final Place LARGEST = Place.LARGEST;
    static final Place LARGEST_TEXT = Place.LARGEST_TEXT;

    private static final Logger LOG = Logger.getLogger("de.quartierwerk.problem");

    private static final int UNAVAILABLE = 503;

    /** Refusals of an overload would overload the log. */
    private static final String BUSY = "server.busy";

    private final Messages messages;
    private final ObjectMapper json;
    private final long largestBody;
    private final long largestText;

    ProblemAnswers(
            Messages messages,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody,
            @ConfigProperty(name = "quarkus.http.limits.max-form-attribute-size") MemorySize largestText) {
        this.messages = messages;
        this.json = json;
        this.largestBody = largestBody.asLongValue();
        this.largestText = largestText.asLongValue();
    }

    /** What of the request is told back. */
    record Asked(
            String method,
            String path,
            @Nullable String accept,
            @Nullable String contentType,
            Locale language) {}

    /** A finished answer. */
    record Answer(int status, Map<String, String> headers, String body) {}

    Answer answer(Throwable thrown, Asked asked) {
        Refusal refusal = Refusals.of(thrown).orElseGet(() -> fault(thrown, asked));
        if (refusal.status() == UNAVAILABLE && !refusal.code().equals(BUSY)) {
            LOG.warnf("not possible at present path=%s cause=%s", asked.path(), rootCause(thrown));
        }
        return answer(refusal, asked);
    }

    Answer answer(Refusal refusal, Asked asked) {
        Object[] arguments =
                refusal.arguments().stream().map(value -> told(value, asked)).toArray();
        List<Problem.Place> places = new ArrayList<>(refusal.places());
        for (InputError error : refusal.errors()) {
            places.add(place(error, asked.language()));
        }
        Problem problem = new Problem(
                "urn:quartierwerk:problem:" + refusal.code(),
                messages.title(asked.language(), refusal.code(), arguments),
                refusal.status(),
                messages.find(asked.language(), refusal.code() + ".detail", arguments)
                        .orElse(null),
                asked.path(),
                refusal.code(),
                places,
                refusal.members());
        return new Answer(refusal.status(), refusal.headers(), write(problem));
    }

    private Problem.Place place(InputError error, Locale language) {
        String message = messages.text(language, error.code(), error.arguments().toArray());
        return new Problem.Place(error.pointer(), error.line(), error.column(), error.code(), error.value(), message);
    }

    private Object told(Object argument, Asked asked) {
        if (!(argument instanceof Place place)) {
            return argument;
        }
        return switch (place) {
            case PATH -> asked.path();
            case METHOD -> asked.method();
            case ACCEPT -> Objects.toString(asked.accept(), "*/*");
            case CONTENT_TYPE -> Objects.toString(asked.contentType(), "–");
            case LARGEST -> largestBody;
            case LARGEST_TEXT -> largestText;
        };
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Refusal fault(Throwable thrown, Asked asked) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(thrown, "request failed reference=%s method=%s path=%s", reference, asked.method(), asked.path());
        return Refusal.of(500, "server.error", reference);
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
