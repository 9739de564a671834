package de.quartierwerk.classification.scheme.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.scheme.SchemeStored;
import de.quartierwerk.classification.scheme.SchemeValidation;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Schemes that come with the service. */
@Path("shipped-schemes")
@Tag(name = "Shipped schemes", description = "Published methods as documents, to be taken over")
@Produces(MediaType.APPLICATION_JSON)
class ShippedSchemeResource {
    private static final String CODE = "Code of the shipped scheme";
    private static final String EXAMPLE = "berlin-mss-until-2017";

    private final ShippedSchemes shipped;
    private final SchemeValidation validation;
    private final Schemes schemes;
    private final CallerLanguage language;
    private final Caller caller;

    ShippedSchemeResource(
            ShippedSchemes shipped,
            SchemeValidation validation,
            Schemes schemes,
            CallerLanguage language,
            Caller caller) {
        this.shipped = shipped;
        this.validation = validation;
        this.schemes = schemes;
        this.language = language;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listShippedSchemes",
            summary = "List the shipped schemes",
            description = "In the order of their codes, without documents, each with its source, what is documented"
                    + " and what is a choice of this platform.")
    public Page<ShippedScheme> list(@BeanParam PageRequest page) {
        String last = page.after(1, values -> values.get(0)).orElse("");
        List<ShippedScheme> found = shipped.list(language.locale()).stream()
                .filter(scheme -> scheme.code().compareTo(last) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), scheme -> List.of(scheme.code()));
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getShippedScheme",
            summary = "Read a shipped scheme",
            description = "With its document, ready to be put as a scheme once its levels and indicators are there.")
    public ShippedScheme get(@Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code) {
        return shipped.get(Keys.check("code", code), language.locale());
    }

    @POST
    @Path("{code}/adoption")
    @RolesAllowed({Roles.PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "adoptShippedScheme",
            summary = "Adopt a shipped scheme",
            description = "Stores its document as a scheme, under the code and with the levels and indicators that the"
                    + " request names.")
    @APIResponse(
            responseCode = "201",
            description = "A new version",
            content = @Content(schema = @Schema(implementation = SchemeStored.class)))
    @APIResponse(
            responseCode = "200",
            description = "The document is the latest version already",
            content = @Content(schema = @Schema(implementation = SchemeStored.class)))
    public RestResponse<SchemeStored> adopt(
            @Parameter(description = CODE, example = EXAMPLE) @PathParam("code") String code,
            @Nullable AdoptionRequest request,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        if (request == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        caller.requireEverywhere();
        ShippedScheme scheme = shipped.get(Keys.check("code", code), language.locale());
        requireKnown(scheme, request);
        String own = request.code() == null ? code : Keys.check("/code", request.code());
        JsonNode document = ShippedSchemes.adapted(shipped.document(code), own, request.levels(), request.indicators());
        Stored<SchemeStored> stored = schemes.put(own, validation.check(document, ""), ifMatch);
        return stored.created()
                ? stored.toCreated(uri.getAbsolutePath().resolve("../../schemes/" + own))
                : stored.toResponse();
    }

    private static void requireKnown(ShippedScheme scheme, AdoptionRequest request) {
        List<InputError> errors = new ArrayList<>();
        require(scheme.levels().stream().map(ShippedScheme.Level::code).toList(), request.levels(), "/levels/", errors);
        require(
                scheme.indicators().stream().map(ShippedScheme.Indicator::code).toList(),
                request.indicators(),
                "/indicators/",
                errors);
        if (!errors.isEmpty()) {
            throw new Invalid("scheme.adoption-invalid", errors);
        }
    }

    private static void require(List<String> known, Map<String, String> given, String at, List<InputError> errors) {
        given.forEach((from, to) -> {
            if (!known.contains(from)) {
                errors.add(InputError.at(at + from, "scheme.not-named", from, String.join(", ", known)));
            } else if (to == null || to.isBlank()) {
                errors.add(InputError.at(at + from, "scheme.field-missing", to, from));
            }
        });
    }
}
