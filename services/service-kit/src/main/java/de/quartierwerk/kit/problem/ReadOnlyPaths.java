package de.quartierwerk.kit.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Health, metrics and the API document: Quarkus gives them out by any method, here they can only be read. */
@ApplicationScoped
class ReadOnlyPaths {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final List<String> paths;

    ReadOnlyPaths(
            @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.smallrye-openapi.path") String document,
            @ConfigProperty(name = "quarkus.swagger-ui.path") String pages) {
        this.paths = List.of(root + "/q", document, pages);
    }

    /** The refusal of another method than one that reads. */
    Optional<Refusal> check(HttpServerRequest request) {
        if (READING.contains(request.method()) || paths.stream().noneMatch(path -> isUnder(path, request.path()))) {
            return Optional.empty();
        }
        return Optional.of(
                Refusal.of(new MethodNotAllowed(request.method().name(), List.of("GET", "HEAD", "OPTIONS"))));
    }

    private static boolean isUnder(String path, String asked) {
        return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
    }
}
