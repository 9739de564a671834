package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import de.quartierwerk.kit.database.SqlStates;
import de.quartierwerk.kit.failure.Passing;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** The one table from what was thrown to what the caller is told. */
final class Refusals {

    private static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    /** Somebody has to make room. */
    private static final Duration DISK_FULL = Duration.ofMinutes(1);

    private Refusals() {}

    /** What the caller is told; empty where it is a fault of the platform (500). */
    static Optional<Refusal> of(Throwable thrown) {
        Throwable failure = unwrapped(thrown);
        if (failure instanceof Failure known) {
            return Optional.of(Refusal.of(known));
        }
        if (failure instanceof ConstraintViolationException violations) {
            return ConstraintRefusals.of(violations);
        }
        if (failure instanceof JacksonException json) {
            return JsonRefusals.of(json);
        }
        if (failure instanceof WebApplicationException http) {
            return HttpRefusals.of(http);
        }
        if (failure instanceof HttpClosedException || causedBy(failure, HttpClosedException.class)) {
            // nobody is there to read it
            return Optional.of(Refusal.of(400, "request.incomplete"));
        }
        if (Passing.isDiskFull(failure)) {
            return Optional.of(Refusal.of(Unavailable.after(DISK_FULL, "server.disk-full")));
        }
        return identity(failure).or(() -> BodyRefusals.of(failure)).or(() -> database(failure));
    }

    private static Optional<Refusal> identity(Throwable failure) {
        if (failure instanceof ForbiddenException) {
            return Optional.of(Refusal.of(403, "role.missing"));
        }
        if (failure instanceof UnauthorizedException) {
            return Optional.of(Refusal.of(401, "authentication.required").withHeader(WWW_AUTHENTICATE, "Bearer"));
        }
        if (failure instanceof OIDCException || causedBy(failure, OIDCException.class)) {
            return Optional.of(unavailable());
        }
        if (failure instanceof AuthenticationException) {
            return Optional.of(Refusal.of(401, "authentication.token-invalid")
                    .withHeader(WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> database(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return Optional.of(unavailable());
        }
        if (failure instanceof OptimisticLockException || causedBy(failure, OptimisticLockException.class)) {
            return Optional.of(Refusal.of(409, "request.concurrent-change"));
        }
        return SqlStates.meaning(failure).flatMap(meaning -> switch (meaning) {
            case UNAVAILABLE -> Optional.of(unavailable());
            case CONFLICT -> Optional.of(Refusal.of(409, "request.concurrent-change"));
            case NOT_STORABLE -> Optional.of(Refusal.of(400, "request.value-not-storable"));
            case FAULT -> Optional.empty();
        });
    }

    static Refusal unavailable() {
        return Refusal.of(new Unavailable("server.unavailable"));
    }

    /** What is inside of wrappers that say nothing by themselves. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable failure = thrown;
        while (failure.getCause() != null && isWrapper(failure)) {
            failure = failure.getCause();
        }
        return failure;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof ArcUndeclaredThrowableException
                || failure instanceof RollbackException
                || failure instanceof QuarkusTransactionException
                || failure instanceof CompletionException
                || failure instanceof ExecutionException
                || (failure instanceof WebApplicationException
                        && (failure.getCause() instanceof Failure || failure.getCause() instanceof JacksonException));
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
