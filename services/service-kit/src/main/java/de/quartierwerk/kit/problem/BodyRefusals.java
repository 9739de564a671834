package de.quartierwerk.kit.problem;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Bodies that break off or are no form although they say so: 400. The HTTP layer has no exceptions of its own for them.
 */
final class BodyRefusals {

    private BodyRefusals() {}

    static Optional<Refusal> of(Throwable failure) {
        if (failure instanceof MultipartParser.MalformedMessageException) {
            return Optional.of(Refusal.of(400, "form.malformed"));
        }
        if (causedByConnection(failure)) {
            return Optional.of(Refusal.of(400, "request.incomplete"));
        }
        return isFormFault(failure) ? Optional.of(Refusal.of(400, "form.malformed")) : Optional.empty();
    }

    /** Whether the reader of forms complains. */
    static boolean isOfForm(Throwable failure) {
        return thrownBy(failure, FormBodyHandler.class.getName());
    }

    /** A failure to read from the connection. */
    private static boolean causedByConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && thrownBy(cause, VertxInputStream.class.getName())) {
                return true;
            }
        }
        return false;
    }

    /** The parser's complaints; files that it could not write are no fault of the caller. */
    private static boolean isFormFault(Throwable failure) {
        Throwable cause = failure.getCause() instanceof IOException io ? io : failure;
        boolean file =
                cause instanceof IOException && !(cause instanceof UnsupportedEncodingException) && !isCut(cause);
        boolean possible = cause instanceof IOException || cause instanceof RuntimeException;
        return possible && !file && isOfForm(failure);
    }

    private static boolean isCut(Throwable failure) {
        return String.valueOf(failure.getMessage()).startsWith("Connection terminated");
    }

    private static boolean thrownBy(Throwable failure, String type) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(type));
    }
}
