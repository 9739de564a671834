package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Classification schemes. */
@Path("schemes")
@Tag(name = "Schemes", description = "Methods of classification as documents")
@Produces(MediaType.APPLICATION_JSON)
class SchemeResource {
    private static final String CODE = "Code of the scheme";
    private static final String EXAMPLE = "mss";

    private final SchemeValidation validation;
    private final SchemeLanguage language;
    private final Schemes schemes;
    private final NarrowPlaces narrow;
    private final Caller caller;

    SchemeResource(
            SchemeValidation validation, SchemeLanguage language, Schemes schemes, NarrowPlaces narrow, Caller caller) {
        this.validation = validation;
        this.language = language;
        this.schemes = schemes;
        this.narrow = narrow;
        this.caller = caller;
    }

    @GET
    @Path("schema")
    @PermitAll
    @Operation(
            operationId = "getSchemeLanguage",
            summary = "Read the JSON Schema of scheme documents",
            description =
                    "The whole language. What the schema cannot say is checked when a scheme is put and answered with"
                            + " its place.")
    @APIResponse(
            responseCode = "200",
            description = "JSON Schema, draft 2020-12",
            content =
                    @Content(
                            schema =
                                    @Schema(type = SchemaType.OBJECT, description = "JSON Schema of scheme documents")))
    public JsonNode language() {
        return language.document();
    }

    @PUT
    @Path("{code}")
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putScheme",
            summary = "Store a scheme",
            description = "A changed document becomes the next version; the same document again keeps its version.")
    @APIResponse(
            responseCode = "201",
            description = "A new version",
            content = @Content(schema = @Schema(implementation = SchemeStored.class)))
    @APIResponse(
            responseCode = "200",
            description = "The document is the latest version already",
            content = @Content(schema = @Schema(implementation = SchemeStored.class)))
    public RestResponse<SchemeStored> put(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri,
            @RequestBody(
                            description = "The document; see GET /schemes/schema",
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.OBJECT,
                                                            description = "A scheme, see GET /schemes/schema"),
                                            example = SchemeExample.DOCUMENT))
                    @Nullable
                    JsonNode document) {
        Keys.check("code", code);
        caller.requireEverywhere();
        return schemes.put(code, validation.check(document, ""), ifMatch).toResponse(uri);
    }

    @GET
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listSchemes",
            summary = "List schemes",
            description = "In the order of their codes, without documents.")
    public Page<SchemeVersion> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        List<SchemeVersion> found = schemes.list(after, page.limit() + 1);
        return Page.of(found, page.limit(), scheme -> List.of(scheme.code()));
    }

    @GET
    @Path("{code}")
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(operationId = "getScheme", summary = "Read a scheme")
    public RestResponse<SchemeVersion> get(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        return narrow.tell(schemes.stored(Keys.check("code", code))).toResponse();
    }

    @GET
    @Path("{code}/versions")
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listSchemeVersions",
            summary = "List the versions of a scheme",
            description = "The newest first, without documents.")
    public Page<SchemeVersion> versions(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @BeanParam PageRequest page) {
        schemes.requireKnown(Keys.check("code", code));
        int before = page.after(1, values -> Integer.valueOf(values.get(0))).orElse(Integer.MAX_VALUE);
        List<SchemeVersion> found = schemes.versions(code, before, page.limit() + 1);
        return Page.of(found, page.limit(), version -> List.of(Integer.toString(version.version())));
    }

    @GET
    @Path("{code}/versions/{version}")
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(operationId = "getSchemeVersion", summary = "Read a version of a scheme")
    public RestResponse<SchemeVersion> version(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Version", example = "1") @PathParam("version") int version) {
        return narrow.tell(schemes.stored(Keys.check("code", code), version)).toResponse();
    }

    @POST
    @Path("{code}/versions/{version}/approval")
    @RolesAllowed({Roles.STEWARD, Roles.ADMIN})
    @Operation(
            operationId = "approveScheme",
            summary = "Approve a version of a scheme",
            description =
                    "Runs of an approved version compute on exact values. Its author cannot approve a version. The answer"
                            + " names the places that tell suppressed counts too exactly, as reading the version does"
                            + " before: runs withhold class and needs of such spaces.")
    public RestResponse<SchemeVersion> approve(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Parameter(description = "Version", example = "1") @PathParam("version") int version,
            @BeanParam IfMatch ifMatch) {
        Keys.check("code", code);
        caller.requireEverywhere();
        return narrow.tell(schemes.approve(code, version, ifMatch)).toResponse();
    }
}
