package de.quartierwerk.funding.application;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Steps off the straight way over HTTP. Every one needs {@code If-Match} and answers the application. */
@Path("applications/{id}")
@Tag(name = "Application steps")
@Produces(MediaType.APPLICATION_JSON)
public class DetourResource {

    private static final String ID = "Id of the application";
    private static final String DONE = "The application after the step";

    private final DetourService service;
    private final StepAnswers answers;

    DetourResource(DetourService service, StepAnswers answers) {
        this.service = service;
        this.answers = answers;
    }

    /** Give an application back to be completed. */
    @POST
    @Path("return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "returnApplication",
            summary = "Give an application back to be completed",
            description = "Names what is lacking and until when; the applicant changes it and hands it in again.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> giveBack(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ReturnRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.giveBack(id, body, ifMatch));
    }

    /** Take an application back. */
    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "withdrawApplication",
            summary = "Take an application back",
            description = "By the applicant, until the notice or agreement; what was committed is free again.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> withdraw(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid WithdrawalRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.withdraw(id, body, ifMatch));
    }

    /** Do without a part of the grant. */
    @POST
    @Path("waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "waiveGrant",
            summary = "Do without a part of the grant",
            description = "By the recipient, of what is neither paid nor certified; it is free again.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> waive(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid WaiverRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.waive(id, body, ifMatch));
    }

    /** Revoke a grant. */
    @POST
    @Path("revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "revokeGrant",
            summary = "Revoke a grant",
            description = "What was not paid is free again, what was paid can be claimed back.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> revoke(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid RevocationRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.revoke(id, body, ifMatch));
    }

    /** Say that a condition is met. */
    @POST
    @Path("conditions/{number}/fulfilment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "meetCondition",
            summary = "Say that a condition of the agreement is met",
            description = "Of those before which no money is paid (beforePayment), by its number from 1 on.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> meet(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("number") @Parameter(description = "Number of the condition", example = "1") int number,
            @NotNull @Valid FulfilmentRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.meet(id, number, body, ifMatch));
    }

    /** Give up a claim. */
    @POST
    @Path("recovery/waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "waiveClaim",
            summary = "Give up a claim, or a part of it",
            description = "By another person than the one who claimed; what is given up pays the claim first, then the"
                    + " interest. With the last of it the application is closed.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> waiveClaim(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ClaimWaiverRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.waiveClaim(id, body, ifMatch));
    }

    /** Say that nothing is left to do. */
    @POST
    @Path("closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "closeApplication",
            summary = "Say that nothing is left to do",
            description = "What was not paid is free again.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> close(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ClosureRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.close(id, body, ifMatch));
    }

    /** Remark something. */
    @POST
    @Path("remark")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "remarkApplication",
            summary = "Remark something",
            description = "The applicant sees it only where it says so.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> remark(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid RemarkRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.remark(id, body, ifMatch));
    }

    /** Propose to put a typing error in a record right. */
    @POST
    @Path("correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "correctRecord",
            summary = "Propose to put a typing error in a record right",
            description =
                    "Words, days, numbers of papers and votes, never a result or an amount; another person confirms it.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> correct(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid CorrectionRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.correct(id, body, ifMatch));
    }

    /** Confirm what another person proposed to put right. */
    @POST
    @Path("correction/{number}/confirmation")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "confirmCorrection",
            summary = "Confirm a correction",
            description = "By another person than the one who proposed it; the record before it stays visible.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> confirm(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("number") @Parameter(description = "Number of the correction", example = "1") int number,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, "", () -> service.confirm(id, number, ifMatch));
    }
}
