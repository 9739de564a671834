package de.quartierwerk.kit.request;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MethodNotAllowed;
import de.quartierwerk.kit.problem.NotAcceptable;
import de.quartierwerk.kit.problem.UnsupportedContent;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks method, form of the answer and form of the content before the resource is looked for, and the query parameters
 * after the caller was let in. An unknown path is left to whoever answers it.
 */
@Singleton
class RequestChecks {

    private static final String OPERATION = RequestChecks.class.getName();
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
    private static final Set<String> FORMS = Set.of("multipart/form-data", "application/x-www-form-urlencoded");

    private final Operations operations;

    RequestChecks(Operations operations) {
        this.operations = operations;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public @Nullable Response checkBeforeMatching(ResteasyReactiveContainerRequestContext request) {
        String path = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).getPathWithoutPrefix();
        String method = request.getMethod();
        Operation operation = operations.find(method, path).orElse(null);
        if (operation == null) {
            return answerMethod(method, operations.allowed(path));
        }
        request.setProperty(OPERATION, operation);
        chooseForm(request, operation);
        checkContent(request, operation);
        return null;
    }

    @ServerRequestFilter(nonBlocking = true)
    public void checkParameters(ContainerRequestContext request) {
        if (request.getProperty(OPERATION) instanceof Operation operation) {
            QueryParameters.check(request.getUriInfo().getQueryParameters(), operation.parameters());
        }
    }

    private static @Nullable Response answerMethod(String method, Set<String> allowed) {
        if (allowed.isEmpty()) {
            return null;
        }
        if (!method.equals(HttpMethod.OPTIONS)) {
            throw new MethodNotAllowed(method, allowed);
        }
        return Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    /** Leaves one form in {@code Accept}, so that everybody who reads it afterwards comes to the same choice. */
    private static void chooseForm(ContainerRequestContext request, Operation operation) {
        if (operation.produced().isEmpty()) {
            return;
        }
        List<String> accept = request.getHeaders().get(HttpHeaders.ACCEPT);
        MediaType form = new Accepted(accept)
                .best(operation.produced())
                .orElseThrow(() -> new NotAcceptable(
                        String.join(", ", accept),
                        operation.produced().stream().map(MediaType::toString).toList()));
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, form.toString());
    }

    private static void checkContent(ContainerRequestContext request, Operation operation) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw UnsupportedContent.encoding(encoding);
        }
        String given = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (given == null) {
            return;
        }
        MediaType type = mediaType(given);
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && isJson(type) && !UTF_8.contains(charset.toLowerCase(Locale.ROOT))) {
            throw UnsupportedContent.charset(charset);
        }
        boolean boundary = !type.getParameters().getOrDefault("boundary", "").isBlank();
        if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) && !type.isWildcardType() && !boundary) {
            throw Invalid.request("form.malformed", List.of());
        }
        if (isForm(type) && operation.consumed().stream().noneMatch(type::isCompatible) && hasContent(request)) {
            throw UnsupportedContent.mediaType(given);
        }
    }

    private static MediaType mediaType(String given) {
        try {
            return MediaType.valueOf(given);
        } catch (IllegalArgumentException malformed) {
            throw UnsupportedContent.mediaType(given);
        }
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return subtype.equals("json") || subtype.endsWith("+json");
    }

    private static boolean isForm(MediaType type) {
        return FORMS.contains((type.getType() + '/' + type.getSubtype()).toLowerCase(Locale.ROOT));
    }

    private static boolean hasContent(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeaderString("Transfer-Encoding") != null : !length.equals("0");
    }
}
