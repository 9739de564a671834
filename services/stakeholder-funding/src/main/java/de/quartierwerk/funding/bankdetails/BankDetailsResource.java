package de.quartierwerk.funding.bankdetails;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Accounts of actors over HTTP. */
@Path("stakeholders/{key}/bank-details")
@Tag(name = "Bank details", description = "Accounts of actors (Bankverbindungen)")
@Produces(MediaType.APPLICATION_JSON)
public class BankDetailsResource {

    private static final String KEY = "Key of the actor";

    private final BankDetailsService service;

    BankDetailsResource(BankDetailsService service) {
        this.service = service;
    }

    /** Writes an account. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putBankDetails",
            summary = "Write an actor's account",
            description = "Checked by ISO 13616: country, length, structure and check digits. It counts when another"
                    + " person has confirmed it; until then the account before it does.")
    @APIResponse(responseCode = "200", description = "Written, or already as sent")
    public RestResponse<BankDetailsResponse> put(
            @PathParam("key") @Parameter(description = KEY, example = "verband-a") String key,
            @NotNull @Valid BankDetailsRequest body) {
        return service.propose(Keys.check("key", key), body).toResponse();
    }

    /** Confirms an account. */
    @POST
    @Path("confirmation")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "confirmBankDetails",
            summary = "Confirm an actor's account",
            description = "By another person than the one who wrote it; from now on orders name it. With If-Match, and"
                    + " the ETag of what that person read, an account that was written since is not confirmed (412);"
                    + " without, the newest is.")
    @APIResponse(responseCode = "200", description = "Confirmed")
    public RestResponse<BankDetailsResponse> confirm(
            @PathParam("key") @Parameter(description = KEY, example = "verband-a") String key,
            @BeanParam IfMatch ifMatch) {
        return service.confirm(Keys.check("key", key), ifMatch).toResponse();
    }

    /** An account, masked. */
    @GET
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getBankDetails",
            summary = "Read an actor's account",
            description = "Masked; in full it stands in orders only.")
    public RestResponse<BankDetailsResponse> get(
            @PathParam("key") @Parameter(description = KEY, example = "verband-a") String key) {
        return service.get(Keys.check("key", key)).toResponse();
    }
}
