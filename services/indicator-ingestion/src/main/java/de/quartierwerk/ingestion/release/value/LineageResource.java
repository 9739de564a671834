package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where values come from, over HTTP. */
@Path("values/lineage")
@Tag(name = "Values")
public class LineageResource {
    private final LineageService service;

    LineageResource(LineageService service) {
        this.service = service;
    }

    /** Where a value comes from. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "valueLineage",
            summary = "Follow a value back to its file",
            description =
                    "For stewards, in their areas: the release, the submission with its file's hash, row and column;"
                            + " for a computed or rolled-up value the revisions it was made of, of which each can be asked for in"
                            + " turn")
    public LineageResponse find(
            @QueryParam("indicator") @NotNull @Parameter(description = "Code of the indicator", example = "unemployed")
                    String indicator,
            @QueryParam("period") @NotNull @Parameter(description = "Period as it was delivered", example = "2013")
                    String period,
            @QueryParam("space") @NotNull @Parameter(description = "Key of the space", example = "01011101")
                    String space,
            @QueryParam("revision")
                    @Parameter(description = "Which revision; the latest where left out", example = "1")
                    @Nullable
                    Integer revision,
            @QueryParam("recordedAt")
                    @Parameter(description = "The latest revision at this instant", example = "2024-05-01T12:00:00Z")
                    @Nullable
                    Instant recordedAt) {
        Keys.check("indicator", indicator);
        Keys.check("space", space);
        if (Period.parse(period).isEmpty()) {
            throw Invalid.parameter("period", period, "period.malformed", period);
        }
        return service.find(new LineageStatements.Wanted(indicator, period, space, revision, recordedAt));
    }
}
