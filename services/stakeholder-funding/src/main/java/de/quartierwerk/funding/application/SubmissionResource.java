package de.quartierwerk.funding.application;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Handing an application in, over HTTP; its body may be left out. */
@Path("applications/{id}/submission")
@Tag(name = "Application steps")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {

    private static final String ID = "Id of the application";
    private static final String DONE = "The application after the step";

    private final ApplicationStepService service;
    private final StepAnswers answers;

    SubmissionResource(ApplicationStepService service, StepAnswers answers) {
        this.service = service;
        this.answers = answers;
    }

    /** Hand an application in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "submitApplication",
            summary = "Hand an application in",
            description = "The programme must be open and the application complete; from here on its content stays. One"
                    + " of the same applicant, programme, title and period answers 409 `application.duplicate` unless"
                    + " `repeats` names the first. The body may be left out.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> submit(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @RequestBody(required = false) @Valid @Nullable SubmissionRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        SubmissionRequest sent = body == null ? new SubmissionRequest(null) : body;
        return answers.once(
                headers, sent.repeats() == null ? "" : sent.repeats(), () -> service.submit(id, sent, ifMatch));
    }

    /** The same without a body, of whatever type that calls itself. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(hidden = true)
    public RestResponse<ApplicationResponse> submitPlainly(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @Context HttpHeaders headers) {
        return submit(id, null, ifMatch, headers);
    }
}
