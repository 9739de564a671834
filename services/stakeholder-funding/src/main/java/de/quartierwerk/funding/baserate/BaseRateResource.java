package de.quartierwerk.funding.baserate;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Base rates over HTTP. */
@Path("base-rates")
@Tag(name = "Base rates", description = "Base rates for interest on claims (Basiszinssätze)")
@Produces(MediaType.APPLICATION_JSON)
public class BaseRateResource {

    private final BaseRates service;

    BaseRateResource(BaseRates service) {
        this.service = service;
    }

    /**
     * A base rate as sent.
     *
     * @param percent percent a year
     */
    @Schema(name = "BaseRateRequest", description = "A base rate")
    public record BaseRateRequest(
            @NotNull @DecimalMin("-10") @DecimalMax("30") @Digits(integer = 2, fraction = 2) @Schema(examples = "-0.88")
            BigDecimal percent) {}

    /** All base rates. */
    public record BaseRateList(List<BaseRateResponse> items) {
        /** Copies the list. */
        public BaseRateList {
            items = List.copyOf(items);
        }
    }

    /** Writes a base rate. */
    @PUT
    @Path("{validFrom}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putBaseRate",
            summary = "Write a base rate",
            description = "It counts from this day on until the next one. Interest of repayments that are recorded"
                    + " stays as it is. Needs the area *; a change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = BaseRateResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<BaseRateResponse> put(
            @PathParam("validFrom") @Parameter(description = "First day", example = "2016-07-01") LocalDate validFrom,
            @NotNull @Valid BaseRateRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.put(validFrom, body.percent(), ifMatch).toResponse(uri);
    }

    /** All base rates. */
    @GET
    @PermitAll
    @Operation(operationId = "listBaseRates", summary = "List base rates", description = "The oldest first.")
    public BaseRateList list() {
        return new BaseRateList(service.list());
    }
}
