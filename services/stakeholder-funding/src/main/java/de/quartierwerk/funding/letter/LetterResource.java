package de.quartierwerk.funding.letter;

import de.quartierwerk.funding.document.DocumentForm;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Documents of grants over HTTP. */
@Path("applications/{id}/documents")
@Tag(name = "Attachments")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {

    private static final String ID = "Id of the application";

    private final LetterService service;
    private final Idempotency idempotency;

    LetterResource(LetterService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** All documents of an application. */
    public record MadeDocuments(List<LetterResponse> items) {
        /** Copies the list. */
        public MadeDocuments {
            items = List.copyOf(items);
        }
    }

    /** Make a document. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "makeDocument",
            summary = "Make a document of a grant",
            description = "Notice or agreement, hearing, or recovery notice, from what is recorded, in the language of"
                    + " Accept-Language. It gets a number and never changes; 409 before its step.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LetterResponse.class)))
    public RestResponse<LetterResponse> make(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid LetterRequest body,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return idempotency.once(headers, List.of(body.toString()), () -> {
            LetterResponse made = service.make(id, body.kind());
            return RestResponse.ResponseBuilder.<LetterResponse>created(uri.getAbsolutePathBuilder()
                            .path(Long.toString(made.number()))
                            .build())
                    .entity(made)
                    .build();
        });
    }

    /** The documents of an application. */
    @GET
    @RolesAllowed({
        Roles.SUPPLIER,
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listDocuments",
            summary = "List the documents of a grant",
            description = "For those who see the application in full; the oldest come first.")
    public MadeDocuments list(@PathParam("id") @Parameter(description = ID) UUID id) {
        return new MadeDocuments(service.list(id));
    }

    /** A document as it was made. */
    @GET
    @Path("{number}")
    @Produces({MediaType.TEXT_HTML, DocumentForm.DOCX_TYPE})
    @RolesAllowed({
        Roles.SUPPLIER,
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "getDocument",
            summary = "Read a document of a grant",
            description = "The same bytes whenever it is read, as a page or as DOCX, by Accept.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DocumentForm.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<byte[]> get(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("number") @Parameter(description = "Number of the document", example = "17") long number,
            @Context Request request) {
        DocumentForm form = DocumentForm.asked(request);
        return form.answer(service.content(id, number, form), "document-" + number);
    }
}
