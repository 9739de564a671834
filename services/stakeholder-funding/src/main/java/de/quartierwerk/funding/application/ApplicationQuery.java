package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which applications a list shows. */
public class ApplicationQuery {

    @QueryParam("programme")
    @Parameter(description = "Code of the programme", example = "quartier")
    String programme;

    @QueryParam("applicant")
    @Parameter(description = "Key of the applicant", example = "verband-a")
    String applicant;

    @QueryParam("state")
    @Parameter(description = "How far it is")
    State state;

    @QueryParam("space")
    @Parameter(description = "Key of a space it is for", example = "99001001-01")
    String space;

    ApplicationRepository.Filter filter() {
        return new ApplicationRepository.Filter(
                requireNonNullElse(programme, ""),
                requireNonNullElse(applicant, ""),
                state == null ? "" : state.name(),
                requireNonNullElse(space, ""));
    }
}
