package de.quartierwerk.kit.request;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of resource classes. */
final class ResourceMethods {

    private static final String[] NOTHING = {};
    private static final String[] JSON = {MediaType.APPLICATION_JSON};

    private ResourceMethods() {}

    /** A resource method: HTTP method, path from the root of the API, and what it takes and gives. */
    record ResourceMethod(String httpMethod, String path, Operation operation) {}

    /** The methods of a resource class, without those that locate other resources. */
    static List<ResourceMethod> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> httpMethod(method).stream()
                        .map(name -> new ResourceMethod(name, path(resource, method), operation(resource, method))))
                .toList();
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        return Stream.of(resource.getAnnotation(Path.class), method.getAnnotation(Path.class))
                .filter(path -> path != null)
                .flatMap(path -> Arrays.stream(path.value().split("/", -1)))
                .filter(segment -> !segment.isEmpty())
                .reduce("", (before, segment) -> before + "/" + segment);
    }

    private static Operation operation(Class<?> resource, Method method) {
        Produces produces = annotation(resource, method, Produces.class);
        boolean bare = method.getReturnType() == void.class || method.getReturnType() == String.class;
        String[] usual = bare ? NOTHING : JSON;
        Consumes consumes = annotation(resource, method, Consumes.class);
        Map<String, Boolean> parameters = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            addParameter(parameters, parameter, parameter.getName(), parameter.getType());
        }
        return new Operation(
                mediaTypes(produces == null ? usual : produces.value()),
                mediaTypes(consumes == null ? NOTHING : consumes.value()),
                parameters);
    }

    private static <A extends Annotation> @Nullable A annotation(Class<?> resource, Method method, Class<A> type) {
        A found = method.getAnnotation(type);
        return found == null ? resource.getAnnotation(type) : found;
    }

    private static List<MediaType> mediaTypes(String[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> MediaType.valueOf(value.strip()))
                .toList();
    }

    private static void addParameter(
            Map<String, Boolean> parameters, AnnotatedElement element, String name, Class<?> type) {
        QueryParam query = element.getAnnotation(QueryParam.class);
        RestQuery rest = element.getAnnotation(RestQuery.class);
        boolean many = type.isArray() || Collection.class.isAssignableFrom(type);
        if (query != null) {
            parameters.merge(query.value(), many, Boolean::logicalOr);
        } else if (rest != null) {
            parameters.merge(rest.value().isEmpty() ? name : rest.value(), many, Boolean::logicalOr);
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> bean = type; bean != null && bean != Object.class; bean = bean.getSuperclass()) {
                for (Field field : bean.getDeclaredFields()) {
                    addParameter(parameters, field, field.getName(), field.getType());
                }
            }
        }
    }
}
