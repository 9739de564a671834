package de.quartierwerk.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServerErrorException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "23505, 409, request.concurrent-change",
        "40001, 409, request.concurrent-change",
        "40P01, 409, request.concurrent-change",
        "22021, 400, request.value-not-storable",
        "08006, 503, server.unavailable",
        "57P01, 503, server.unavailable",
        "53300, 503, server.unavailable"
    })
    void knowsWhatTheDatabaseSays(String state, int status, String code) {
        Throwable failure = new PersistenceException(new SQLException("secret", state));

        Refusal refusal = Refusals.of(failure).orElseThrow();

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void takesAnythingElseForAFaultOfThePlatform() {
        assertThat(Refusals.of(new PersistenceException(new SQLException("secret", "42P01"))))
                .isEmpty();
        assertThat(Refusals.of(new IllegalArgumentException("x"))).isEmpty();
        assertThat(Refusals.of(new NullPointerException())).isEmpty();
        assertThat(Refusals.of(new ServerErrorException(500))).isEmpty();
    }

    @Test
    void takesABodyThatBreaksOffForTheCallersFault() {
        String connection = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput";
        String form = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

        assertThat(Refusals.of(thrownBy(connection, new IOException("Connection was closed"))))
                .map(Refusal::code)
                .contains("request.incomplete");
        assertThat(Refusals.of(thrownBy(form, new IOException("Connection terminated parsing multipart request"))))
                .map(Refusal::code)
                .contains("form.malformed");
        assertThat(Refusals.of(thrownBy(form, new IllegalArgumentException("Illegal base64 character"))))
                .map(Refusal::status)
                .contains(400);
    }

    @Test
    void asksToComeBackWhenTheDiskIsFull() {
        String form = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

        Refusal refusal = Refusals.of(thrownBy(form, new IOException("No space left on device")))
                .orElseThrow();

        assertThat(refusal.code()).isEqualTo("server.disk-full");
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.headers()).containsEntry("Retry-After", "60");
        assertThat(Refusals.of(thrownBy(form, new IllegalStateException(new FileSystemException("/tmp/x")))))
                .isEmpty();
        assertThat(Refusals.of(new IOException("elsewhere"))).isEmpty();
    }

    private static Throwable thrownBy(String type, Throwable failure) {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, "read", "X.java", 1)});
        return failure;
    }

    @Test
    void looksIntoWrappers() {
        RollbackException rollback = new RollbackException("x");
        rollback.initCause(new CompletionException(new Conflict("thing.locked")));

        assertThat(Refusals.of(rollback)).map(Refusal::code).contains("thing.locked");
        assertThat(Refusals.of(new PersistenceException(new OptimisticLockException())))
                .map(Refusal::status)
                .contains(409);
    }

    @Test
    void doesNotMistakeAFailureInsideForOneOfTheCaller() {
        Optional<Refusal> refusal = Refusals.of(new IllegalStateException(new NotFound("thing.unknown")));

        assertThat(refusal).isEmpty();
    }

    @Test
    void tellsParametersThatCannotBeReadFromThingsThatAreNotThere() {
        assertThat(Refusals.of(new NotFoundException())).map(Refusal::status).contains(404);
        assertThat(Refusals.of(new NotFoundException(new NumberFormatException("x"))))
                .map(Refusal::status)
                .contains(400);
    }

    @Test
    void keepsTheMethodsAllowed() {
        Refusal refusal = Refusals.of(new NotAllowedException("GET", new String[] {"PUT"}))
                .orElseThrow();

        assertThat(refusal.headers().get("Allow")).contains("GET", "PUT");
    }

    @Test
    void saysWhenToAskAgain() {
        Refusal refusal = Refusals.of(Unavailable.after(Duration.ofMillis(200), "server.unavailable"))
                .orElseThrow();

        assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void refusesJsonBeyondTheLimitsOfTheReader() {
        assertThat(Refusals.of(new StreamConstraintsException("too deep")))
                .map(Refusal::code)
                .contains("json.beyond-limits");
    }
}
