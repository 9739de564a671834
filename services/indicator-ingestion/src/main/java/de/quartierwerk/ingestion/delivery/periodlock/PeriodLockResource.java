package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Locks over HTTP. */
@Path("period-locks")
@Tag(name = "Period locks", description = "Closed periods and exceptions from them (Sperren)")
@Produces(MediaType.APPLICATION_JSON)
public class PeriodLockResource {
    private static final String CODE = "Code of the lock";
    private static final String EXAMPLE = "report-2022";

    private final PeriodLockService service;

    PeriodLockResource(PeriodLockService service) {
        this.service = service;
    }

    /** Closes periods. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "lockPeriod",
            summary = "Lock a period",
            description =
                    "Values of it are refused from now on, also those that wait for approval. Creates the lock (201)"
                            + " or changes it (200); one without an area needs the whole installation")
    @APIResponse(
            responseCode = "200",
            description = "The lock as it is now",
            content = @Content(schema = @Schema(implementation = PeriodLockResponse.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PeriodLockResponse.class)))
    public RestResponse<PeriodLockResponse> write(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @NotNull @Valid PeriodLockRequest lock,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.write(Keys.check("code", code), lock.locked(), ifMatch).toResponse(uri);
    }

    /** Grants an exception. */
    @PUT
    @Path("{code}/exceptions/{exception}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "exceptFromLock",
            summary = "Grant an exception from a lock",
            description =
                    "Submissions of the user or organisation that are received before it expires are taken in spite"
                            + " of the lock. An instant in the past ends it")
    public RestResponse<PeriodLockResponse> except(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Code of the exception", example = "late-delivery") @PathParam("exception")
                    String exceptionCode,
            @NotNull @Valid LockExceptionRequest granted,
            @BeanParam IfMatch ifMatch) {
        return service.except(code, Keys.check("exception", exceptionCode), granted, ifMatch)
                .toResponse();
    }

    /** Opens periods again. */
    @DELETE
    @Path("{code}")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(operationId = "unlockPeriod", summary = "Remove a lock", description = "Its exceptions go with it")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam IfMatch ifMatch) {
        service.delete(code, ifMatch);
    }

    /** Reads a lock. */
    @GET
    @Path("{code}")
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.PLANNER, Roles.ADMIN})
    @Operation(operationId = "readPeriodLock", summary = "Read a lock")
    public RestResponse<PeriodLockResponse> read(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        PeriodLockResponse found = service.find(code);
        // not to be stored: exceptions expire without a new version
        return RestResponse.ResponseBuilder.ok(found)
                .tag(IfMatch.tag(found.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Lists the locks. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listPeriodLocks",
            summary = "List the locks",
            description = "In the order of their codes, so that suppliers know what is closed")
    public Page<PeriodLockResponse> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(service.page(after, page.limit() + 1), page.limit(), lock -> List.of(lock.code()));
    }
}
