package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one exception mapper: whatever a resource throws becomes a problem document. */
@Singleton
class ProblemMapper {

    private final ProblemAnswers answers;

    ProblemMapper(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** The types beside {@code Throwable} are those for which Quarkus brings mappers of its own. */
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        NotFoundException.class,
        ValidationException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    public Response map(Throwable failure, RoutingContext context) {
        ProblemRoutes.nameInMetrics();
        ProblemAnswers.Answer answer = answers.answer(failure, ProblemRoutes.asked(context));
        Response.ResponseBuilder response = Response.status(answer.status())
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store");
        answer.headers().forEach(response::header);
        return response.build();
    }
}
