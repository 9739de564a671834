package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Portions;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Results of a run. */
@Path("runs/{id}/results")
@Tag(name = "Results", description = "Classes, values and needs per space, and their explanation")
class ResultResource {
    private static final String RUN = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10";
    private static final int ROWS_AT_ONCE = 1000;

    private final Results results;
    private final Explanations explanations;

    ResultResource(Results results, Explanations explanations) {
        this.results = results;
        this.explanations = explanations;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listResults",
            summary = "List the results of a run",
            description =
                    "In the order of the space keys. Published runs for everybody, preliminary ones within the areas"
                            + " of roles that see classification.")
    public Page<ResultResponse> list(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(
                            description = "Level of rolled-up results; the scheme's own by default",
                            example = "municipality")
                    @QueryParam("level")
                    String level,
            @BeanParam PageRequest page) {
        Run run = results.completed(id);
        Scheme scheme = results.scheme(run);
        List<ResultResponse> found =
                results.page(run, scheme, Results.level(scheme, level), after(page), page.limit() + 1);
        return Page.of(found, page.limit(), result -> List.of(result.space()));
    }

    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(
            operationId = "listResultsAsTable",
            summary = "List the results of a run as a table",
            description = "All rows, or one page where `limit` or `cursor` is given; `needs` are joined by commas.")
    @APIResponse(
            responseCode = "200",
            description =
                    "`space;excluded;<index>.raw;<index>.value;<index>.class;…;group;needs`; with imputation also `<index>.imputed`",
            content = @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public StreamingOutput table(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(
                            description = "Level of rolled-up results; the scheme's own by default",
                            example = "municipality")
                    @QueryParam("level")
                    String level,
            @BeanParam PageRequest page,
            @Context UriInfo uri) {
        Run run = results.completed(id);
        Scheme scheme = results.scheme(run);
        String wanted = Results.level(scheme, level);
        boolean paged = uri.getQueryParameters().containsKey("limit")
                || uri.getQueryParameters().containsKey("cursor");
        List<String> names =
                scheme.outputs(wanted).stream().map(Scheme.Output::name).toList();
        ResultTable table = new ResultTable(scheme.indices().stream().anyMatch(Index::imputes));
        if (paged) {
            List<ResultResponse> found = results.page(run, scheme, wanted, after(page), page.limit() + 1);
            Page<ResultResponse> shown = Page.of(found, page.limit(), result -> List.of(result.space()));
            return CsvAnswer.of(table.header(names), shown, table::row);
        }
        Portions<ResultResponse> all = Portions.of(
                ROWS_AT_ONCE,
                (last, limit) -> results.page(run, scheme, wanted, last == null ? "" : last.space(), limit));
        return CsvAnswer.of(table.header(names), all, table::row);
    }

    @GET
    @Path("{space}/explanation")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "explainResult",
            summary = "Explain the classes and needs of a space",
            description =
                    "Each component with value, mean, deviation, standardised value, weight and contribution; each"
                            + " rule with every condition, its threshold, the figure found and whether it held.")
    public Explanation explain(
            @Parameter(description = "Id of the run", example = RUN) @PathParam("id") UUID id,
            @Parameter(description = "Space key", example = "01011101") @PathParam("space") String space) {
        return explanations.explain(results.completed(id), Keys.check("space", space));
    }

    private static String after(PageRequest page) {
        List<String> after = page.after(1);
        return after.isEmpty() ? "" : after.get(0);
    }
}
