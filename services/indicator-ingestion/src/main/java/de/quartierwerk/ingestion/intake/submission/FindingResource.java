package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.ingestion.intake.file.Spreadsheet;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Portions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What was found in a submission's file, over HTTP. */
@Path("submissions/{id}/findings")
@Tag(name = "Submissions")
public class FindingResource {
    private static final String ID = "Id of the submission";
    private static final String EXAMPLE = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11";
    private static final int ROWS_AT_ONCE = 2000;

    private final SubmissionService service;
    private final Messages messages;
    private final CallerLanguage language;
    private final AnnotatedFile annotated;

    FindingResource(SubmissionService service, Messages messages, CallerLanguage language, AnnotatedFile annotated) {
        this.service = service;
        this.messages = messages;
        this.language = language;
        this.annotated = annotated;
    }

    /** A page of findings. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listFindings",
            summary = "List the findings of a submission",
            description = "All errors, warnings and hints with their place, as JSON or, all at once, as CSV or as the"
                    + " delivered table in a spreadsheet with a note on each cell that something was found in; the"
                    + " spreadsheet has them all")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FindingPage.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = Spreadsheet.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Page<FindingResponse> list(
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") UUID id,
            @BeanParam FindingFilter filter,
            @BeanParam PageRequest page) {
        boolean withValues = service.mayReadValues(service.find(id));
        long after = page.after(1, values -> Long.parseLong(values.get(0))).orElse(-1L);
        Page<NumberedFinding> found = Page.of(
                service.findings(id, filter.checked(messages), after, page.limit() + 1),
                page.limit(),
                finding -> List.of(Long.toString(finding.number())));
        Locale locale = language.locale();
        return new Page<>(
                found.items().stream()
                        .map(finding -> response(finding, withValues, locale))
                        .toList(),
                found.next());
    }

    /** Names the page's schema in the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FindingPage", description = "A page of findings")
    record FindingPage(
            List<FindingResponse> items,

            @Schema(nullable = true, examples = "WyIwMTAxIl0") @Nullable
            String next) {}

    /** All findings as a table. */
    @GET
    @Produces(CsvAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(hidden = true)
    public StreamingOutput table(@PathParam("id") UUID id, @BeanParam FindingFilter filter) {
        boolean withValues = service.mayReadValues(service.find(id));
        Locale locale = language.locale();
        FindingFilter chosen = filter.checked(messages);
        Portions<NumberedFinding> all = Portions.of(
                ROWS_AT_ONCE, (last, limit) -> service.findings(id, chosen, last == null ? -1 : last.number(), limit));
        return CsvAnswer.of(
                List.of("line", "column", "code", "severity", "value", "message", "cell", "before"),
                all,
                finding -> row(response(finding, withValues, locale)));
    }

    /** The delivered table with notes on its cells. */
    @GET
    @Produces(Spreadsheet.MEDIA_TYPE)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> spreadsheet(@PathParam("id") UUID id) {
        Submission submission = service.find(id);
        if (!service.mayReadValues(submission)) {
            throw new Forbidden("finding.file-not-yours");
        }
        return ResponseBuilder.ok(annotated.of(submission, service.isOwn(submission), language.locale()))
                .header("Content-Disposition", "attachment; filename=\"findings-" + id + ".xlsx\"")
                .build();
    }

    private FindingResponse response(NumberedFinding numbered, boolean withValues, Locale locale) {
        Finding finding = numbered.finding();
        Place place = finding.place();
        NumberedFinding.Answer answer = numbered.answer();
        return new FindingResponse(
                numbered.number(),
                place.line(),
                place.column(),
                place.cell(),
                finding.code(),
                finding.severity(),
                withValues ? finding.value() : null,
                finding.before(),
                withValues || !finding.quotes()
                        ? messages.text(locale, finding.code(), finding.argumentsIn(locale))
                        : messages.title(locale, finding.code()),
                answer == null ? null : answer.reason(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.at());
    }

    private static List<Object> row(FindingResponse response) {
        return Arrays.asList(
                response.line(),
                response.column(),
                response.code(),
                response.severity().text(),
                response.value(),
                response.message(),
                response.cell(),
                response.before());
    }
}
