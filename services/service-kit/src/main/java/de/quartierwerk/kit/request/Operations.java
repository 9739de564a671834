package de.quartierwerk.kit.request;

import de.quartierwerk.kit.request.ResourceMethods.ResourceMethod;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/** Every operation of the application, found by path and method as the resources themselves are found. */
@Singleton
class Operations {

    private final Map<String, RequestMapper<Operation>> byMethod;

    Operations(BeanManager beans) {
        List<ResourceMethod> methods = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> ResourceMethods.of(type).stream())
                .toList();
        Map<String, Map<String, Operation>> operations = new TreeMap<>();
        for (ResourceMethod method : methods) {
            operations
                    .computeIfAbsent(method.httpMethod(), name -> new LinkedHashMap<>())
                    .merge(method.path(), method.operation(), Operation::with);
        }
        byMethod = new TreeMap<>();
        operations.forEach((method, byPath) -> byMethod.put(method, mapper(byPath)));
    }

    private static RequestMapper<Operation> mapper(Map<String, Operation> byPath) {
        ArrayList<RequestMapper.RequestPath<Operation>> paths = new ArrayList<>();
        byPath.forEach((path, operation) ->
                paths.add(new RequestMapper.RequestPath<>(false, new URITemplate(path, false), operation)));
        return new RequestMapper<>(paths);
    }

    /** What a method does at a path; {@code HEAD} does what {@code GET} does. */
    Optional<Operation> find(String method, String path) {
        RequestMapper<Operation> mapper = byMethod.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method);
        return Optional.ofNullable(mapper).map(paths -> paths.map(path)).map(found -> found.value);
    }

    /** The methods that are possible at a path, empty at an unknown one. */
    Set<String> allowed(String path) {
        Set<String> allowed = new TreeSet<>();
        byMethod.forEach((method, paths) -> {
            if (paths.map(path) != null) {
                allowed.add(method);
            }
        });
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        if (!allowed.isEmpty()) {
            allowed.add(HttpMethod.OPTIONS);
        }
        return allowed;
    }
}
