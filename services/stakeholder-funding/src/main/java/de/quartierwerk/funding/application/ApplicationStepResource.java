package de.quartierwerk.funding.application;

import de.quartierwerk.funding.need.PublishedNeeds;
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

/** The steps of an application over HTTP. Every step needs {@code If-Match} and answers the application. */
@Path("applications/{id}")
@Tag(name = "Application steps", description = "The way of an application, step by step")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationStepResource {

    private static final String ID = "Id of the application";
    private static final String DONE = "The application after the step";

    private final ApplicationStepService service;
    private final StepAnswers answers;
    private final PublishedNeeds needs;

    ApplicationStepResource(ApplicationStepService service, StepAnswers answers, PublishedNeeds needs) {
        this.service = service;
        this.answers = answers;
        this.needs = needs;
    }

    /** Check an application. */
    @POST
    @Path("assessment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "assessApplication",
            summary = "Check an application",
            description = "The criteria are checked against the published needs and kept as they stand now.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> assess(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid AssessmentRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        needs.settle();
        return answers.once(headers, body, () -> service.assess(id, body, ifMatch));
    }

    /** Record the advice of a body. */
    @POST
    @Path("consultations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "addConsultation",
            summary = "Record the advice of a body",
            description = "The state becomes CONSULTED when all bodies have advised that must.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> consult(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ConsultationRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.consult(id, body, ifMatch));
    }

    /** Record the decision. */
    @POST
    @Path("decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "decideApplication",
            summary = "Record the decision",
            description = "The body must be competent for matter and amount on that day, all bodies that"
                    + " must advise have advised, and the money is authorised; otherwise 409.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> decide(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid DecisionRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        if (service.asksForNeeds(id)) {
            needs.settle();
        }
        return answers.once(headers, body, () -> service.decide(id, body, ifMatch));
    }

    /** Give notice or agree. */
    @POST
    @Path("agreement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "agreeGrant",
            summary = "Give notice or agree",
            description = "Binds the recipient; commits the money of a decision that was subject to the" + " budget.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> agree(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid AgreementRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.agree(id, body, ifMatch));
    }

    /** Commit a later year of a grant. */
    @POST
    @Path("tranches/{year}/commitment")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "commitTranche",
            summary = "Commit a later year of a grant",
            description = "Money of a year whose budget was not adopted at the decision; from now on it can be paid.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> commit(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("year") @Parameter(description = "Budget year", example = "2028") int year,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, "", () -> service.commit(id, year, ifMatch));
    }

    /** Certify a payment. */
    @POST
    @Path("payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "certifyPayment",
            summary = "Certify a payment",
            description = "Right in substance and figures, says one person; another orders it. Never"
                    + " more than the grant of the year.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> certify(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid PaymentRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.certify(id, body, ifMatch));
    }

    /** Order a certified payment. */
    @POST
    @Path("payments/{payment}/order")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "orderPayment",
            summary = "Order a certified payment",
            description = "By another person than the one who certified it.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> order(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("payment") @Parameter(description = "Id of the payment") UUID payment,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, "", () -> service.order(id, payment, ifMatch));
    }

    /** Reject a certified payment. */
    @POST
    @Path("payments/{payment}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "rejectPayment",
            summary = "Reject a certified payment",
            description = "By another person than the one who certified it; the amount is free again.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> reject(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("payment") @Parameter(description = "Id of the payment") UUID payment,
            @NotNull @Valid PaymentRejectionRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.reject(id, payment, body, ifMatch));
    }

    /** Deliver the proof of use. */
    @POST
    @Path("proof-of-use")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "deliverProofOfUse",
            summary = "Deliver the proof of use",
            description = "Report and figures.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> prove(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ProofOfUseRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.prove(id, body, ifMatch));
    }

    /** Check the proof of use. */
    @POST
    @Path("review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "reviewProofOfUse",
            summary = "Check the proof of use",
            description = "What was paid beyond the eligible amount can be claimed back.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> review(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid ReviewRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.review(id, body, ifMatch));
    }

    /** Claim money back. */
    @POST
    @Path("recovery")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "recoverGrant",
            summary = "Claim money back",
            description = "After hearing the party, with interest; never more than can be claimed back.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> recover(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid RecoveryRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.recover(id, body, ifMatch));
    }

    /** Record the hearing before a claim. */
    @POST
    @Path("hearing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "hearRecipient",
            summary = "Record the hearing before a claim",
            description =
                    "Sent again with the statement when that has come. The claim follows the statement, or the end"
                            + " of the time for it.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> hear(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid HearingRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.hear(id, body, ifMatch));
    }

    /** Record a repayment. */
    @POST
    @Path("recovery/repayments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "addRepayment",
            summary = "Record money that was paid back",
            description = "It pays the claim first, then the interest; when both are paid, the application is closed.")
    @APIResponse(responseCode = "200", description = DONE)
    public RestResponse<ApplicationResponse> repay(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid RepaymentRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        return answers.once(headers, body, () -> service.repay(id, body, ifMatch));
    }
}
