package de.quartierwerk.kit.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problem schema and one response for each status. */
final class ProblemComponents {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "The request cannot be read, or a parameter or field is not possible"),
            Map.entry(401, "A valid access token is needed, or the one given is not valid"),
            Map.entry(403, "The caller's roles or areas do not permit this"),
            Map.entry(404, "There is no such thing, or none that the caller may know of"),
            Map.entry(406, "The answer is not available in the form asked for"),
            Map.entry(408, "The content comes too slowly"),
            Map.entry(409, "The request does not fit the present state"),
            Map.entry(412, "The thing was changed since the caller read it"),
            Map.entry(413, "The request is too large"),
            Map.entry(415, "Content of this type is not accepted"),
            Map.entry(422, "The content can be read but does not hold"),
            Map.entry(428, "A change needs `If-Match`"),
            Map.entry(429, "The caller asks too often; `Retry-After` says when to ask again"),
            Map.entry(500, "A fault of the platform, with a reference for questions"),
            Map.entry(503, "Not possible at present; `Retry-After` says when to ask again"));

    private ProblemComponents() {}

    static String name(int status) {
        return "Problem" + status;
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("ProblemPlace", place());
        TITLES.keySet().stream().sorted().forEach(status -> components.addResponse(name(status), response(status)));
    }

    private static APIResponse response(int status) {
        APIResponse response =
                OASFactory.createAPIResponse().description(TITLES.get(status)).content(content());
        if (status == 401) {
            response.addHeader("WWW-Authenticate", header("`Bearer`, with the kind of error"));
        }
        if (status == 429 || status == 503) {
            response.addHeader("Retry-After", header("Seconds after which to ask again"));
        }
        if (status == 429) {
            response.addHeader("RateLimit-Policy", header("How many requests in how many seconds"));
            response.addHeader("RateLimit", header("How many are left, and when there are more"));
        }
        return response;
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A problem document (RFC 9457)")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("instance")
                .addRequired("code")
                .addProperty("type", text("Names the kind of problem", "urn:quartierwerk:problem:request.not-found"))
                .addProperty("title", text("Short, in the language of Accept-Language", "Nicht gefunden"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("The HTTP status")
                                .addExample(404))
                .addProperty("detail", text("What happened this time", "Unter /x gibt es nichts."))
                .addProperty("instance", text("The path that was asked", "/x"))
                .addProperty("code", text("Stable code for programs", "request.not-found"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("What is wrong with the input, place by place")
                                .items(OASFactory.createSchema().ref("ProblemPlace")));
    }

    private static Schema place() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One thing that is wrong with the input, and where")
                .addRequired("code")
                .addRequired("message")
                .addProperty("pointer", text("JSON pointer into the body, or bare name of a parameter", "/name"))
                .addProperty(
                        "line",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("Line of the file or body, from 1")
                                .addExample(17))
                .addProperty("column", text("Name or number of the column", "value"))
                .addProperty("code", text("Stable code for programs", "json.wrong-type"))
                .addProperty("value", text("The value as given", "abc"))
                .addProperty("message", text("In the language of Accept-Language", "Erwartet wird eine Zahl."));
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description(description)
                .addExample(example);
    }
}
