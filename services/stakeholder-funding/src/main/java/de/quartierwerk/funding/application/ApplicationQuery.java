package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which applications a list shows; unknown codes answer 404. */
public class ApplicationQuery {

    @QueryParam("programme")
    @Parameter(description = "Code of the programme; an unknown one answers 404", example = "quartier")
    @Nullable
    String programme;

    @QueryParam("applicant")
    @Parameter(description = "Key of the applicant; an unknown one answers 404", example = "verband-a")
    @Nullable
    String applicant;

    @QueryParam("state")
    @Parameter(description = "How far it is")
    @Nullable
    State state;

    @QueryParam("space")
    @Parameter(description = "Key of a space it is for; an unknown one answers 404", example = "99001001-01")
    @Nullable
    String space;

    ApplicationRepository.Filter filter() {
        return new ApplicationRepository.Filter(
                requireNonNullElse(programme, ""),
                requireNonNullElse(applicant, ""),
                state == null ? List.of(State.values()) : List.of(state),
                requireNonNullElse(space, ""));
    }
}
