package de.quartierwerk.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes a service's API document with what holds for every operation alike: the problem documents that it may
 * answer, the bearer token beside OpenID Connect, {@code Idempotency-Key} of every {@code POST}, the {@code Link}
 * header of lists.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocumentFilter implements OASFilter {

    private static final String BEARER = "bearer";
    private static final Set<String> PAGE = Set.of("limit", "cursor");
    private static final Set<PathItem.HttpMethod> WRITES = Set.of(
            PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH, PathItem.HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        ProblemComponents.addTo(components);
        components.removeSchema("StreamingOutput");
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme(BEARER)
                        .bearerFormat("JWT")
                        .description("An access token of the realm, for programs that have one already"));
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths()
                    .getPathItems()
                    .forEach((path, item) ->
                            item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        }
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        if (method == PathItem.HttpMethod.POST && !hasHeader(operation, "Idempotency-Key")) {
            operation.addParameter(idempotencyKey());
        }
        boolean secured =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        if (secured) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
        }
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        boolean body = operation.getRequestBody() != null;
        problem(responses, 400, true);
        problem(responses, 401, true);
        problem(responses, 403, secured);
        problem(responses, 404, path.contains("{") || hasFilter(operation));
        problem(responses, 406, true);
        problem(responses, 408, body);
        problem(responses, 409, WRITES.contains(method));
        problem(responses, 412, hasHeader(operation, "If-Match"));
        problem(responses, 413, body);
        problem(responses, 415, body);
        problem(responses, 422, body);
        problem(responses, 428, hasHeader(operation, "If-Match"));
        problem(responses, 429, true);
        problem(responses, 500, true);
        problem(responses, 503, true);
        if (hasParameter(operation, "cursor")) {
            addLink(responses);
        }
        describeText(responses);
    }

    /** Streams and files have no schema of their own: a text is a text, all else is binary. */
    private static void describeText(APIResponses responses) {
        responses.getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().entrySet().stream())
                .filter(media ->
                        !media.getKey().endsWith("json") && !media.getKey().equals("text/event-stream"))
                .forEach(media -> media.getValue()
                        .schema(media.getKey().startsWith("text/") ? string() : string().format("binary")));
    }

    private static void problem(APIResponses responses, int status, boolean possible) {
        String code = Integer.toString(status);
        APIResponse declared = responses.getAPIResponse(code);
        if (declared == null) {
            if (possible) {
                responses.addAPIResponse(code, OASFactory.createAPIResponse().ref(ProblemComponents.name(status)));
            }
        } else if (declared.getRef() == null && declared.getContent() == null) {
            boolean automatic = Set.of("Not Authorized", "Not Allowed").contains(declared.getDescription());
            if (automatic) {
                responses.addAPIResponse(code, OASFactory.createAPIResponse().ref(ProblemComponents.name(status)));
            } else {
                declared.setContent(ProblemComponents.content());
            }
        }
    }

    private static void addLink(APIResponses responses) {
        APIResponse ok = responses.getAPIResponse("200");
        if (ok != null && ok.getRef() == null) {
            ok.addHeader(
                    "Link",
                    OASFactory.createHeader()
                            .description("The next page, `rel=\"next\"` (RFC 8288); absent at the end")
                            .schema(string()));
        }
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("Makes the call repeatable: the same key and content gives the first answer again,"
                        + " the same key with other content 422")
                .schema(string().minLength(1).maxLength(255))
                .example("4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11");
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static boolean hasHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.HEADER && name.equalsIgnoreCase(p.getName()));
    }

    /** A filter by a code that does not exist answers 404. */
    private static boolean hasFilter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.QUERY && !PAGE.contains(p.getName()));
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
    }
}
