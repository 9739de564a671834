package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.ProgressStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports over HTTP. */
@Path("imports")
@Tag(name = "Imports", description = "Files of spaces")
public class ImportResource {
    private final ImportService imports;
    private final ImportReader reader;
    private final ImportCheck check;
    private final ImportWork work;
    private final ImportConfig config;
    private final Idempotency idempotency;
    private final AfterCommit afterCommit;
    private final ProgressStream progress;
    private final CallerLanguage language;

    ImportResource(
            ImportService imports,
            ImportReader reader,
            ImportCheck check,
            ImportWork work,
            ImportConfig config,
            Idempotency idempotency,
            AfterCommit afterCommit,
            ProgressStream progress,
            CallerLanguage language) {
        this.imports = imports;
        this.reader = reader;
        this.check = check;
        this.work = work;
        this.config = config;
        this.idempotency = idempotency;
        this.afterCommit = afterCommit;
        this.progress = progress;
        this.language = language;
    }

    /** Imports a file; answers once the other services can know its spaces, or at once for a large one. */
    @POST
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importSpaces",
            summary = "Import spaces from a file",
            description = "Good rows are kept and bad ones reported, unless `atomic` is set. The same file again leaves"
                    + " all spaces unchanged. Files of many rows are answered with 202 and applied afterwards; files from 8"
                    + " megabytes on are read afterwards too, and fail if they cannot be read.")
    @APIResponse(
            responseCode = "200",
            description = "Imported; `findings` says what was left out",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` shows how far it is",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.class)))
    public RestResponse<ImportResponse> post(@BeanParam ImportForm form, @Context HttpHeaders headers, UriInfo uri)
            throws JsonProcessingException {
        FileUpload upload = form.file;
        if (upload == null || upload.fileName().isBlank()) {
            throw Invalid.parameter("file", null, "parameter.missing", "file");
        }
        String fileName = upload.fileName();
        ImportOptions options = check.options(form.options);
        return settled(idempotency.once(
                headers,
                Arrays.asList(fileName, form.options, upload.uploadedFile()),
                () -> accept(upload, options, fileName, uri)));
    }

    private RestResponse<ImportResponse> accept(
            FileUpload upload, ImportOptions options, String fileName, UriInfo uri) {
        boolean large = upload.size() >= config.storedFrom().asLongValue();
        UUID id = begin(upload.uploadedFile(), large, options, fileName);
        URI location = uri.getAbsolutePathBuilder().path(id.toString()).build();
        if (large || reader.received(id) > config.immediateRows()) {
            imports.recordAcceptance(id, options, fileName);
            afterCommit.run(work::wake);
            return accepted(id, location);
        }
        imports.apply(id);
        return ResponseBuilder.ok(reader.whenPublished(id, language.locale()))
                .location(location)
                .build();
    }

    private UUID begin(java.nio.file.Path file, boolean large, ImportOptions options, String fileName) {
        try {
            return large ? imports.store(file, options, fileName) : imports.stage(file, options, fileName);
        } catch (FileFault e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invalid refusal(FileFault fault) {
        InputError error = new InputError(
                null, fault.line(), fault.column(), fault.code(), fault.value(), Arrays.asList(fault.arguments()));
        return fault.isMalformed()
                ? Invalid.request(fault.code(), List.of(error), fault.arguments())
                : new Invalid(fault.code(), List.of(error), fault.arguments());
    }

    private RestResponse<ImportResponse> accepted(UUID id, URI location) {
        return ResponseBuilder.<ImportResponse>create(RestResponse.Status.ACCEPTED)
                .entity(reader.get(id, language.locale()))
                .location(location)
                .build();
    }

    /** Lets the caller wait for the broker; where that takes too long, the import is shown as still running. */
    private RestResponse<ImportResponse> settled(RestResponse<ImportResponse> response) {
        if (response.getStatus() == RestResponse.StatusCode.ACCEPTED) {
            return response;
        }
        URI location = response.getLocation();
        String path = location.getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        try {
            imports.awaitPublication(id);
            return response;
        } catch (Unavailable e) {
            return accepted(id, location);
        }
    }

    /** Answers one import. */
    @GET
    @Path("{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getImport", summary = "Read an import")
    @APIResponse(
            responseCode = "200",
            description = "The import as it is now",
            content = @Content(schema = @Schema(implementation = ImportResponse.class)))
    public RestResponse<ImportResponse> get(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id) {
        return ResponseBuilder.ok(reader.get(id, language.locale()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Streams an import until it has ended. */
    @GET
    @Path("{id}/events")
    @PermitAll
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followImport",
            summary = "Follow an import",
            description =
                    "Server-sent events, each the import as it is then."
                            + " A silent stream gets a comment every 30 seconds; after an hour at the latest it ends, follow again then.")
    @APIResponse(
            responseCode = "200",
            description = "The import, again and again until it has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportResponse.class)))
    public Multi<ImportResponse> events(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id) {
        Locale locale = language.locale();
        return progress.follow(id, () -> reader.get(id, locale), ImportResponse::hasEnded);
    }
}
