package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A version of a scheme in words. */
@Path("schemes/{code}/versions/{version}/description")
@Tag(name = "Schemes", description = "Methods of classification as documents")
class DescriptionResource {
    private static final String MARKDOWN = "text/markdown";
    private static final MediaType MARKDOWN_TYPE = new MediaType("text", "markdown");
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, MARKDOWN_TYPE)
            .build();

    private final Descriptions descriptions;
    private final CallerLanguage language;

    DescriptionResource(Descriptions descriptions, CallerLanguage language) {
        this.descriptions = descriptions;
        this.language = language;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MARKDOWN})
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
            operationId = "describeScheme",
            summary = "Describe a version of a scheme in words",
            description = "Made from the document, in the language of `Accept-Language`; as JSON, as a page"
                    + " (`text/html`) or as Markdown, by `Accept`.")
    @APIResponse(
            responseCode = "200",
            description = "The description",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Description.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING))
            })
    public Response describe(
            @Parameter(description = "Code of the scheme", example = "mss") @PathParam("code") String code,
            @Parameter(description = "Version", example = "1") @PathParam("version") int version,
            @Context Request request) {
        Description description = descriptions.describe(Keys.check("code", code), version, language.locale());
        Variant form = request.selectVariant(FORMS);
        MediaType type = form == null ? MediaType.APPLICATION_JSON_TYPE : form.getMediaType();
        Response.ResponseBuilder answer;
        if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            answer = Response.ok(DescriptionPage.html(description), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        } else if (type.isCompatible(MARKDOWN_TYPE)) {
            answer = Response.ok(DescriptionPage.markdown(description), MARKDOWN_TYPE.withCharset("UTF-8"));
        } else {
            answer = Response.ok(description, MediaType.APPLICATION_JSON);
        }
        return answer.header(HttpHeaders.CONTENT_LANGUAGE, description.language())
                .build();
    }
}
