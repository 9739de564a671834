package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.registry.space.Links;
import de.quartierwerk.registry.space.Today;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
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
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports over HTTP. */
@Path("imports")
@Tag(name = "Imports", description = "Files of spaces")
public class ImportResource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final List<String> FINDING_HEADER = List.of("row", "key", "code", "severity", "value", "message");

    private final ImportService imports;
    private final ImportAnswers answers;
    private final ImportCheck check;
    private final ImportRunner runner;
    private final ImportConfig config;
    private final Idempotency idempotency;
    private final CallerLanguage language;

    ImportResource(
            ImportService imports,
            ImportAnswers answers,
            ImportCheck check,
            ImportRunner runner,
            ImportConfig config,
            Idempotency idempotency,
            CallerLanguage language) {
        this.imports = imports;
        this.answers = answers;
        this.check = check;
        this.runner = runner;
        this.config = config;
        this.idempotency = idempotency;
        this.language = language;
    }

    /** Imports a file; answers once the other services can know its spaces, or at once for a large one. */
    @POST
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import spaces from a GeoJSON or CSV file",
            description = "Good rows are kept and bad ones reported, unless `atomic` is set. The same file again leaves"
                    + " all spaces unchanged. Large files are answered with 202 and applied afterwards.")
    @APIResponse(
            responseCode = "200",
            description = "Imported; `findings` tells what was left out",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted; `Location` shows how far it is",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.class)))
    public Response post(@BeanParam ImportForm form, @Context HttpHeaders headers, @Context UriInfo uri)
            throws JsonProcessingException {
        if (form.file == null) {
            throw Invalid.parameter("file", null, "parameter.missing", "file");
        }
        String fileName = check.fileName(form.file.fileName());
        ImportOptions options = check.options(form.options, Today.inGermany());
        Response answer = idempotency.answer(
                headers,
                Arrays.asList(fileName, form.options, form.file.uploadedFile()),
                () -> accept(form.file, options, fileName, uri));
        return settled(answer);
    }

    private Response accept(FileUpload upload, ImportOptions options, String fileName, UriInfo uri) {
        SpaceRows file = read(upload, options);
        UUID id = imports.stage(file, options, fileName);
        URI location = uri.getAbsolutePathBuilder().path(id.toString()).build();
        if (file.received() > config.immediateRows()) {
            imports.recordAcceptance(id, options, fileName);
            return Response.accepted(answers.get(id, language.locale()))
                    .location(location)
                    .build();
        }
        return Response.ok(answers.whenPublished(imports.apply(id), language.locale()))
                .location(location)
                .build();
    }

    /** Lets the caller wait for the broker; where that takes too long, the import is shown as still running. */
    private Response settled(Response answer) {
        if (answer.getStatus() == Response.Status.ACCEPTED.getStatusCode()) {
            runner.wake();
            return answer;
        }
        String path = answer.getLocation().getPath();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        try {
            imports.awaitPublication(id);
            return answer;
        } catch (Unavailable e) {
            return Response.accepted(answers.get(id, language.locale()))
                    .location(answer.getLocation())
                    .build();
        }
    }

    private static SpaceRows read(FileUpload upload, ImportOptions options) {
        try {
            return SpaceFile.read(upload.uploadedFile(), options);
        } catch (FileFault e) {
            InputError error =
                    new InputError(null, e.line(), e.column(), e.code(), e.value(), Arrays.asList(e.arguments()));
            throw e.isMalformed()
                    ? Invalid.request(e.code(), List.of(error), e.arguments())
                    : new Invalid(e.code(), List.of(error), e.arguments());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers one import. */
    @GET
    @Path("{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read an import")
    @APIResponse(
            responseCode = "200",
            description = "The import as it is now",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    public Response get(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id) {
        return Response.ok(answers.get(id, language.locale()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Lists the findings of an import. */
    @GET
    @Path("{id}/findings")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the findings of an import", description = "In the order of the rows, as JSON or CSV.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Page<ImportAnswer.FindingAnswer> findings(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id,
            @BeanParam PageRequest page) {
        return answers.findings(id, page, language.locale());
    }

    /** Lists the findings of an import as CSV. */
    @GET
    @Path("{id}/findings")
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public Response findingsAsCsv(@PathParam("id") UUID id, @BeanParam PageRequest page, @Context UriInfo uri) {
        Page<ImportAnswer.FindingAnswer> findings = answers.findings(id, page, language.locale());
        List<List<Object>> rows = findings.items().stream()
                .map(finding -> Arrays.<Object>asList(
                        finding.row(),
                        finding.key(),
                        CsvAnswer.code(finding.code()),
                        CsvAnswer.code(finding.severity()),
                        finding.value(),
                        finding.message()))
                .toList();
        return Links.withNext(Response.ok(CsvAnswer.of(FINDING_HEADER, rows)), uri, findings)
                .build();
    }

    /** Streams an import until it has ended. */
    @GET
    @Path("{id}/events")
    @PermitAll
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "Follow an import", description = "Server-sent events, each the import as it is then.")
    @APIResponse(
            responseCode = "200",
            description = "The import, again and again until it has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportAnswer.class)))
    public Multi<ImportAnswer> events(
            @PathParam("id")
                    @Parameter(description = "Id of the import", example = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11")
                    UUID id) {
        Locale locale = language.locale();
        answers.get(id, locale);
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> answers.get(id, locale))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(answer -> answer.state() == SpaceImport.State.RUNNING);
    }

    /** Shape of the JSON list, for the API's document. */
    @Schema(name = "ImportFindingPage")
    record FindingPage(
            List<ImportAnswer.FindingAnswer> items,

            @Schema(nullable = true, examples = "WyIxMDAiXQ")
            String next) {}
}
