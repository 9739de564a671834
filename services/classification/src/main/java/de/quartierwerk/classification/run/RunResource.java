package de.quartierwerk.classification.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Classification runs. */
@Path("runs")
@Tag(name = "Runs", description = "A scheme over the spaces and values known at an instant")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final RunStart start;
    private final Runs runs;
    private final RunAnswers answers;
    private final Settling settling;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final Caller caller;

    RunResource(
            RunStart start,
            Runs runs,
            RunAnswers answers,
            Settling settling,
            Idempotency idempotency,
            ObjectMapper json,
            Caller caller) {
        this.start = start;
        this.runs = runs;
        this.answers = answers;
        this.settling = settling;
        this.idempotency = idempotency;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startRun",
            summary = "Start a run",
            description =
                    "Works on what other services have accepted up to this call. For each indicator it uses the value "
                            + "whose reference date lies in the period, the latest if there are several; it belongs to "
                            + "the space that had the key on that date. Where suppressed values take part, the run is on "
                            + "exact values only for stewards or over spaces that nobody chose: without exclusions, "
                            + "without an area below a root, and with every space of the level that has a value in the "
                            + "period. So `asOf` is best left out or the reference date of the period.")
    @APIResponse(
            responseCode = "202",
            description = "The run is started",
            headers = @Header(name = "Location", description = "The run", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RunAnswer.class)))
    public Response start(
            RunBody body,
            @Parameter(description = "Makes a repeated call safe", example = "run-2013-1")
                    @HeaderParam(Idempotency.HEADER)
                    String idempotencyKey,
            @Context HttpHeaders headers,
            @Context UriInfo uri)
            throws JsonProcessingException {
        if (body == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        if (body.area() == null && body.repeatOf() == null) {
            caller.requireEverywhere();
        }
        settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR, Topics.VALUE_PROTECTED);
        return idempotency.answer(headers, List.of(json.writeValueAsString(body)), () -> {
            UUID id = start.start(body);
            return Response.accepted(answers.of(runs.get(id)))
                    .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                    .build();
        });
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRuns",
            summary = "List runs",
            description = "The newest first. Callers without a role for classification see published runs only.")
    public Page<RunAnswer> list(
            @Parameter(description = "Code of the scheme", example = "mss") @QueryParam("scheme") String scheme,
            @Parameter(description = "Period", example = "2013") @QueryParam("period") String period,
            @Parameter(description = "`preliminary` or `published`", example = "published") @QueryParam("standing")
                    String standing,
            @Parameter(description = "`RUNNING`, `COMPLETED` or `FAILED`", example = "COMPLETED") @QueryParam("state")
                    String state,
            @BeanParam PageRequest page) {
        RunRepository.Filter filter = new RunRepository.Filter(
                scheme,
                period,
                choice("standing", standing, Run.Standing.values()),
                choice("state", state, Run.State.values()));
        List<String> after = page.after(1);
        long before = after.isEmpty() ? Long.MAX_VALUE : number(after.get(0));
        List<Run> found = runs.list(filter, before, page.limit() + 1);
        Page<Run> runsOfPage = Page.of(found, page.limit(), run -> List.of(Long.toString(run.number())));
        return new Page<>(runsOfPage.items().stream().map(answers::of).toList(), runsOfPage.next());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getRun",
            summary = "Read a run",
            description = "Preliminary runs are there for roles that see classification, within their areas.")
    public RunAnswer get(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id) {
        return answers.of(runs.visible(id));
    }

    @GET
    @Path("{id}/events")
    @PermitAll
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "followRun",
            summary = "Follow a run",
            description = "Server-sent events, each the run as it is then, until it has ended.")
    @APIResponse(
            responseCode = "200",
            description = "The run, again and again until it has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunAnswer.class)))
    public Multi<RunAnswer> events(
            @Parameter(description = "Id of the run", example = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10") @PathParam("id")
                    UUID id) {
        runs.visible(id);
        RunAnswers.Reader reader = answers.reader();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> answers.of(runs.get(id), reader))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(answer -> answer.state().equals(Run.State.RUNNING.name()));
    }

    private static String choice(String name, String value, Enum<?>... choices) {
        if (value == null) {
            return null;
        }
        for (Enum<?> choice : choices) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice.name();
            }
        }
        List<String> names = List.of(choices).stream()
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        throw Invalid.parameter(name, value, "parameter.not-among", name, String.join(", ", names));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Invalid.parameter("cursor", cursor, "page.cursor-malformed");
        }
    }
}
