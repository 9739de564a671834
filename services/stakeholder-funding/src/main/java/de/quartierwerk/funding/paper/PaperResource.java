package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.ConsultationRequest;
import de.quartierwerk.funding.document.DocumentForm;
import de.quartierwerk.funding.support.LiveAnswer;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Papers over HTTP. */
@Path("papers")
@Tag(
        name = "Papers",
        description = "Papers of the council, their decisions and mandates (Vorlagen, Beschlusskontrolle)")
@Produces(MediaType.APPLICATION_JSON)
public class PaperResource {

    private static final String NUMBER = "Number of the paper; a slash in it is written as %2F";
    private static final String EXAMPLE = "2018/0233";

    private final PaperService service;
    private final MandateService mandates;
    private final PaperDocuments documents;
    private final Idempotency idempotency;

    PaperResource(PaperService service, MandateService mandates, PaperDocuments documents, Idempotency idempotency) {
        this.service = service;
        this.mandates = mandates;
        this.documents = documents;
        this.idempotency = idempotency;
    }

    /** Creates or changes a paper. */
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "putPaper",
            summary = "Create or change a paper",
            description = "Needs the area *; a change needs If-Match. Once it is decided, only its free parts change.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PaperResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<PaperResponse> put(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number,
            @NotNull @Valid PaperRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.put(PaperNumber.check(number), body, ifMatch).toResponse(uri);
    }

    /** One paper. */
    @GET
    @Path("{number}")
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getPaper",
            summary = "Read a paper",
            description = "With the body that decides, what came of it, and its mandates. Needs the area *.")
    @APIResponse(responseCode = "200", description = "The paper")
    public RestResponse<PaperResponse> get(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number) {
        return LiveAnswer.of(service.get(PaperNumber.check(number)));
    }

    /** A paper as a document. */
    @GET
    @Path("{number}/document")
    @Produces({MediaType.TEXT_HTML, DocumentForm.DOCX_TYPE})
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getPaperDocument",
            summary = "Read a paper as a document",
            description = "As a page or as DOCX, by Accept, in the language of Accept-Language: path, drafts, and the"
                    + " effects on law, staff, money, social life, climate and inclusion. Needs the area *.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DocumentForm.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<byte[]> document(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number,
            @Context Request request) {
        DocumentForm form = DocumentForm.asked(request);
        return form.answer(form.write(documents.of(PaperNumber.check(number))), "paper");
    }

    /** All papers. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listPapers",
            summary = "List papers",
            description = "In the order of their numbers. Needs the area *.")
    public Page<PaperResponse> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(service.list(after, page.limit() + 1), page.limit(), last -> List.of(last.number()));
    }

    /** Record how a body dealt with a paper. */
    @POST
    @Path("{number}/consultations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "addPaperConsultation",
            summary = "Record how a body dealt with a paper",
            description = "Before its decision. Needs the area *.")
    @APIResponse(responseCode = "200", description = "The paper after it")
    public RestResponse<PaperResponse> consult(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number,
            @NotNull @Valid ConsultationRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        PaperNumber.check(number);
        return once(headers, body, () -> service.consult(number, body, ifMatch).toResponse());
    }

    /** Record the decision on a paper. */
    @POST
    @Path("{number}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "decidePaper",
            summary = "Record the decision on a paper",
            description = "Of the highest body that any of its matters needs, after all have advised that must;"
                    + " otherwise 409. Applications are decided one by one, by their own step. Needs the area *.")
    @APIResponse(responseCode = "200", description = "The paper after it")
    public RestResponse<PaperResponse> decide(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number,
            @NotNull @Valid PaperDecisionRequest body,
            @BeanParam IfMatch ifMatch,
            @Context HttpHeaders headers) {
        PaperNumber.check(number);
        return once(headers, body, () -> service.decide(number, body, ifMatch).toResponse());
    }

    /** Record what a decision charges somebody with. */
    @POST
    @Path("{number}/mandates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "giveMandate",
            summary = "Record what a decision charges somebody with",
            description = "Needs the area *.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = MandateResponse.class)))
    public RestResponse<MandateResponse> give(
            @PathParam("number") @Parameter(description = NUMBER, example = EXAMPLE) String number,
            @NotNull @Valid MandateRequest body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        PaperNumber.check(number);
        return once(headers, body, () -> {
            Stored<MandateResponse> given = mandates.give(number, body);
            return given.toCreated(uri.getBaseUriBuilder()
                    .path(MandateResource.class)
                    .path(given.value().id().toString())
                    .build());
        });
    }

    private <T> RestResponse<T> once(HttpHeaders headers, Object body, Supplier<RestResponse<T>> work) {
        return idempotency.once(headers, List.of(body.toString()), work);
    }
}
