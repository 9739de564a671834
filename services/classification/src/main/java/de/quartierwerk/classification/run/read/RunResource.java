package de.quartierwerk.classification.run.read;

import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunFilter;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.work.ProgressStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Reading runs. */
@Path("runs")
@Tag(name = "Runs", description = "A scheme over the spaces and values known at an instant")
@Produces(MediaType.APPLICATION_JSON)
class RunResource {
    private static final String ID = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10";

    private final Runs runs;
    private final RunResponses responses;
    private final Schemes schemes;
    private final ProgressStream progress;

    RunResource(Runs runs, RunResponses responses, Schemes schemes, ProgressStream progress) {
        this.runs = runs;
        this.responses = responses;
        this.schemes = schemes;
        this.progress = progress;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRuns",
            summary = "List runs",
            description = "The newest first. Callers without a role for classification see published runs only.")
    public Page<RunResponse> list(
            @Parameter(description = "Code of the scheme; an unknown one answers 404", example = "mss")
                    @QueryParam("scheme")
                    @Nullable
                    String scheme,
            @Parameter(description = "Period", example = "2013") @QueryParam("period") @Nullable String period,
            @Parameter(description = "Whether they were published", example = "published") @QueryParam("standing")
                    Run.@Nullable Standing standing,
            @Parameter(description = "How far they are", example = "COMPLETED") @QueryParam("state")
                    Run.@Nullable State state,
            @BeanParam PageRequest page) {
        if (scheme != null) {
            schemes.requireKnown(scheme);
        }
        if (period != null && Period.parse(period).isEmpty()) {
            throw Invalid.parameter("period", period, "period.malformed", period);
        }
        RunFilter filter = new RunFilter(scheme, period, standing, state);
        long before = page.after(1, values -> Long.valueOf(values.get(0))).orElse(Long.MAX_VALUE);
        Page<Run> found = Page.of(
                runs.list(filter, before, page.limit() + 1), page.limit(), run -> List.of(Long.toString(run.number())));
        return new Page<>(responses.of(found.items(), responses.reader()), found.next());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getRun",
            summary = "Read a run",
            description = "Preliminary runs are there for roles that see classification, within their areas.")
    public RunResponse get(@Parameter(description = "Id of the run", example = ID) @PathParam("id") UUID id) {
        return responses.of(runs.visible(id));
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
            description =
                    "Server-sent events, each the run as it is then, until it has ended."
                            + " A silent stream gets a comment every 30 seconds; after an hour at the latest it ends, follow again then.")
    @APIResponse(
            responseCode = "200",
            description = "The run, again and again until it has ended",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunResponse.class)))
    public Multi<RunResponse> events(@Parameter(description = "Id of the run", example = ID) @PathParam("id") UUID id) {
        runs.visible(id);
        RunResponses.Reader reader = responses.reader();
        return progress.follow(id, () -> responses.of(runs.get(id), reader), run -> run.state() != Run.State.RUNNING);
    }
}
