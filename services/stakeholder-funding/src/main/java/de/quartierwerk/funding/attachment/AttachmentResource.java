package de.quartierwerk.funding.attachment;

import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.TooLarge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files of applications over HTTP. */
@Path("applications/{id}/attachments")
@Tag(name = "Attachments", description = "Files of applications, and documents made for them (Anlagen, Bescheide)")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {

    private static final String ID = "Id of the application";
    private static final long LARGEST = 20L * 1024 * 1024;
    private static final int LONGEST_TITLE = 200;

    private final AttachmentService service;
    private final FilesInTurn files;

    AttachmentResource(AttachmentService service, FilesInTurn files) {
        this.service = service;
        this.files = files;
    }

    /** All files of an application. */
    public record Attachments(List<AttachmentResponse> items) {
        /** Copies the list. */
        public Attachments {
            items = List.copyOf(items);
        }
    }

    /** Add a file. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "addAttachment",
            summary = "Add a file to an application",
            description =
                    "PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG or CSV, by its content, at most 20 MB. Macros, objects of"
                            + " other programs, encrypted files, and PDF files with scripts or files in them are refused.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AttachmentResponse.class)))
    public RestResponse<AttachmentResponse> add(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @Schema(description = "The file") @RestForm("file") @Nullable FileUpload file,
            @Schema(
                            description = "What it is for: statutes, concept, cost-plan, receipt, report, minutes,"
                                    + " interview or other",
                            examples = "concept")
                    @RestForm("kind")
                    @Nullable
                    String kind,
            @Schema(description = "What people call it; the name of the file if left out", examples = "Konzept")
                    @RestForm("title")
                    @Nullable
                    String title,
            @Context UriInfo uri)
            throws IOException {
        service.requireSeen(id);
        if (file == null) {
            throw Invalid.parameter("file", null, "file.required");
        }
        if (file.size() > LARGEST) {
            throw new TooLarge(LARGEST);
        }
        String name = String.valueOf(file.fileName());
        String called = Texts.clean(title) == null ? name : String.valueOf(Texts.clean(title));
        if (called.length() > LONGEST_TITLE) {
            throw Invalid.parameter("title", called, "attachment.title", LONGEST_TITLE);
        }
        AttachmentResponse added =
                files.take(() -> service.add(id, kind(kind), called, name, Files.readAllBytes(file.uploadedFile())));
        return RestResponse.ResponseBuilder.<AttachmentResponse>created(
                        uri.getAbsolutePathBuilder().path(added.id().toString()).build())
                .entity(added)
                .build();
    }

    /** The files of an application. */
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
            operationId = "listAttachments",
            summary = "List the files of an application",
            description = "For those who see it in full; the oldest come first.")
    public Attachments list(@PathParam("id") @Parameter(description = ID) UUID id) {
        return new Attachments(service.list(id));
    }

    /** A file as it came. */
    @GET
    @Path("{attachment}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
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
            operationId = "getAttachment",
            summary = "Read a file of an application",
            description = "To be saved, never shown in a browser; its type is part of the list.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> get(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @PathParam("attachment") @Parameter(description = "Id of the file") UUID attachment) {
        AttachmentResponse file = service.find(id, attachment);
        StreamingOutput bytes = out -> service.write(file, out);
        return RestResponse.ResponseBuilder.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + escaped(file))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String escaped(AttachmentResponse file) {
        return URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static AttachmentKind kind(@Nullable String kind) {
        try {
            return kind == null ? AttachmentKind.OTHER : AttachmentKind.of(kind);
        } catch (IllegalArgumentException unknown) {
            throw Invalid.parameter("kind", kind, "attachment.kind", String.valueOf(kind));
        }
    }
}
