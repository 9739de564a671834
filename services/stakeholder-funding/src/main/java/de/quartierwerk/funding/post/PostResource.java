package de.quartierwerk.funding.post;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Posts over HTTP. */
@Path("posts")
@Tag(name = "Posts", description = "Posts of the staffing plan (Stellenplan)")
@Produces(MediaType.APPLICATION_JSON)
public class PostResource {

    private final PostService service;

    PostResource(PostService service) {
        this.service = service;
    }

    /** Creates or changes a post. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putPost",
            summary = "Create or change a post",
            description = "Needs the area *; a change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PostResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<PostResponse> put(
            @PathParam("code") @Parameter(description = "Code of the post", example = "sozialplanung-1") String code,
            @NotNull @Valid PostRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        return service.put(Keys.check("code", code), body, ifMatch).toResponse(uri);
    }

    /** The posts of a year. */
    @GET
    @RolesAllowed({Roles.PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listPosts",
            summary = "The posts of a year",
            description = "Every post that is there on a day of the year, and the sum of their full-time equivalents."
                    + " Needs the area *.")
    public PostsResponse ofYear(
            @QueryParam("year") @NotNull @Min(1990) @Max(2100) @Parameter(description = "Year", example = "2019")
                    Integer year) {
        return service.ofYear(year);
    }
}
