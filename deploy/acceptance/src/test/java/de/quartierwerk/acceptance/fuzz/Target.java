package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place of a request in which nonsense can stand.
 *
 * @param place where
 * @param name name of the parameter or part, or JSON pointer into the body; a part and a pointer are joined by #
 * @param schema what the document says of the value
 */
public record Target(Operation operation, Place place, String name, JsonNode schema) {

    private static final List<String> HEADERS = List.of(
            "Accept", "Accept-Language", "Content-Type", "If-None-Match", "Origin", "Range", "Content-Encoding");

    /** Where. */
    public enum Place {
        /** A parameter in the path. */
        PATH,
        /** A query parameter. */
        QUERY,
        /** A header. */
        HEADER,
        /** A value in a JSON document. */
        BODY,
        /** The body as a whole. */
        WHOLE,
        /** A part of a form. */
        PART
    }

    /** All places of an operation. */
    public static List<Target> of(Operation operation) {
        List<Target> targets = new ArrayList<>();
        add(targets, operation, Place.PATH, operation.parameters("path"));
        add(targets, operation, Place.QUERY, operation.parameters("query"));
        add(targets, operation, Place.HEADER, operation.parameters("header"));
        JsonNode none = operation.schemas().resolve(operation.json().path("none"));
        targets.add(new Target(operation, Place.QUERY, "gibt-es-nicht", none));
        HEADERS.forEach(header -> targets.add(new Target(operation, Place.HEADER, header, none)));
        if (operation.isForm()) {
            forms(targets, operation, none);
        } else if (operation.bodyType() != null) {
            targets.add(new Target(operation, Place.WHOLE, "", none));
            operation
                    .schemas()
                    .places(operation.body(), operation.bodySchema())
                    .forEach((pointer, schema) -> targets.add(new Target(operation, Place.BODY, pointer, schema)));
        } else if (operation.writes()) {
            targets.add(new Target(operation, Place.WHOLE, "", none));
        }
        return targets;
    }

    private static void add(List<Target> targets, Operation operation, Place place, List<String> names) {
        for (String name : names) {
            JsonNode schema =
                    operation.schemas().resolve(operation.parameter(name).path("schema"));
            targets.add(new Target(operation, place, name, schema));
        }
    }

    private static void forms(List<Target> targets, Operation operation, JsonNode none) {
        targets.add(new Target(operation, Place.WHOLE, "", none));
        operation
                .schemas()
                .resolve(operation.bodySchema())
                .path("properties")
                .properties()
                .forEach(part -> {
                    targets.add(new Target(operation, Place.PART, part.getKey(), part.getValue()));
                    JsonNode sample = operation.body().path(part.getKey());
                    operation.schemas().places(sample, part.getValue()).forEach((pointer, schema) -> {
                        if (!pointer.isEmpty()) {
                            targets.add(new Target(operation, Place.PART, part.getKey() + "#" + pointer, schema));
                        }
                    });
                });
    }

    @Override
    public String toString() {
        return operation + " " + place + " " + name;
    }
}
