package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The end of budget years over HTTP. */
@Path("budget-years")
@Tag(name = "Budget lines")
@Produces(MediaType.APPLICATION_JSON)
public class ClosingResource {

    private final ClosingService service;
    private final Idempotency idempotency;

    ClosingResource(ClosingService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /**
     * What closes a year.
     *
     * @param paperNumber number of the council paper
     */
    @Schema(description = "What closes a year")
    public record ClosingRequest(
            @NotBlank @Size(max = 64) @Schema(examples = "2025/0042")
            String paperNumber) {

        /** Cleans the text. */
        public ClosingRequest {
            paperNumber = Texts.strip(paperNumber);
        }
    }

    /** Close a year. */
    @POST
    @Path("{year}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "closeBudgetYear",
            summary = "Close a budget year",
            description =
                    "What is free or blocked in any line expires; committed money can still be ordered. Only a year"
                            + " that is over, and once. Needs the area *.")
    @APIResponse(responseCode = "200", description = "Closed")
    public RestResponse<ClosingResponse> close(
            @PathParam("year") @Parameter(description = "Budget year", example = "2024") int year,
            @NotNull @Valid ClosingRequest body,
            @Context HttpHeaders headers) {
        return idempotency.once(
                headers, List.of(body.toString()), () -> RestResponse.ok(service.close(year, body.paperNumber())));
    }
}
