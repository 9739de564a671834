package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Parameters and bodies that break their declared constraints: 400, place by place. */
final class ConstraintRefusals {

    private static final List<Class<? extends Annotation>> PARAMETERS = List.of(
            QueryParam.class,
            PathParam.class,
            HeaderParam.class,
            CookieParam.class,
            FormParam.class,
            RestQuery.class,
            RestPath.class,
            RestHeader.class,
            RestForm.class);

    private static final int LONGEST_VALUE = 200;

    private ConstraintRefusals() {}

    /** The refusal; empty where a returned value breaks a constraint, which is the platform's fault. */
    static Optional<Refusal> of(ConstraintViolationException failure) {
        List<Problem.Place> places = new ArrayList<>();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            List<Path.Node> nodes = new ArrayList<>();
            violation.getPropertyPath().forEach(nodes::add);
            if (nodes.size() < 2 || nodes.get(0).getKind() != ElementKind.METHOD) {
                return Optional.empty();
            }
            if (nodes.get(1).getKind() == ElementKind.RETURN_VALUE) {
                return Optional.empty();
            }
            places.add(place(violation, nodes));
        }
        places.sort(Comparator.comparing(Problem.Place::pointer).thenComparing(Problem.Place::code));
        return Optional.of(Refusal.of(400, "constraint.violated").withPlaces(places));
    }

    private static Problem.Place place(ConstraintViolation<?> violation, List<Path.Node> nodes) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Problem.Place(
                pointer(violation, nodes),
                null,
                null,
                "constraint." + kebab(constraint),
                value(violation.getInvalidValue()),
                violation.getMessage());
    }

    private static String pointer(ConstraintViolation<?> violation, List<Path.Node> nodes) {
        boolean parameter = nodes.get(1).getKind() == ElementKind.PARAMETER && isRequestParameter(violation, nodes);
        JsonPointer pointer = JsonPointer.empty();
        for (Path.Node node : nodes.subList(2, nodes.size())) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer = pointer.appendIndex(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer = pointer.appendProperty(node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer = pointer.appendProperty(node.getName());
            }
        }
        return parameter ? nodes.get(1).getName() + pointer : pointer.toString();
    }

    private static boolean isRequestParameter(ConstraintViolation<?> violation, List<Path.Node> nodes) {
        Path.MethodNode method = nodes.get(0).as(Path.MethodNode.class);
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // the class at hand may be a generated one whose methods carry no annotations
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            if (isRequestParameter(type, method.getName(), types, index)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRequestParameter(Class<?> type, String method, Class<?>[] types, int index) {
        try {
            Annotation[] annotations = type.getDeclaredMethod(method, types).getParameterAnnotations()[index];
            return Arrays.stream(annotations).anyMatch(found -> PARAMETERS.contains(found.annotationType()));
        } catch (NoSuchMethodException inherited) {
            return false;
        }
    }

    private static @Nullable String value(@Nullable Object value) {
        boolean simple = value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
        if (!simple) {
            return null;
        }
        String text = Objects.toString(value);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
