package de.quartierwerk.apichanges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An API document in OpenAPI 3.0 or 3.1, with references inside itself only. */
record ApiDocument(JsonNode root) {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final String IN_PATH = "path";

    /**
     * An operation.
     *
     * @param name method and path, as the document has them
     * @param parameters by place and name; those in the path by their position, since their names are not sent
     */
    record Operation(String name, Map<String, JsonNode> parameters, JsonNode root) {}

    /** The operations by method and path without names in it. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> {
                            String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                            Map<String, JsonNode> parameters = new TreeMap<>();
                            for (JsonNode list : List.of(path.getValue(), method.getValue())) {
                                list.path("parameters").forEach(each -> {
                                    JsonNode parameter = resolve(each);
                                    parameters.put(parameterKey(path.getKey(), parameter), parameter);
                                });
                            }
                            operations.put(
                                    name.replaceAll("\\{[^}]*}", "{}"),
                                    new Operation(name, parameters, method.getValue()));
                        }));
        return operations;
    }

    private static String parameterKey(String path, JsonNode parameter) {
        String name = parameter.path("name").asText();
        return switch (parameter.path("in").asText()) {
            case IN_PATH -> IN_PATH + path.split("\\{" + Pattern.quote(name) + "}", 2)[0].replaceAll("[^{]", "");
            case "header" -> "header " + name.toLowerCase(Locale.ROOT);
            default -> parameter.path("in").asText() + " " + name;
        };
    }

    /** The components of a kind that no operation names; others refer to them who make operations while running. */
    Map<String, JsonNode> unnamed(String kind) {
        String paths = root.path("paths").toString();
        Map<String, JsonNode> unnamed = new TreeMap<>();
        components(kind).forEach((name, component) -> {
            if (!paths.contains("\"#/components/" + kind + "/" + name + "\"")) {
                unnamed.put(name, component);
            }
        });
        return unnamed;
    }

    Map<String, JsonNode> components(String kind) {
        Map<String, JsonNode> components = new TreeMap<>();
        root.path("components").path(kind).properties().forEach(each -> components.put(each.getKey(), each.getValue()));
        return components;
    }

    /** What the node refers to, or itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has(Schemas.REFERENCE)) {
            resolved = at(resolved.get(Schemas.REFERENCE).asText());
        }
        return resolved;
    }

    private JsonNode at(String reference) {
        JsonNode node = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("nothing at " + reference);
        }
        return node;
    }

    /** The keywords of a schema, with those of what it refers to and of all parts of {@code allOf}. */
    ObjectNode keywords(JsonNode schema) {
        ObjectNode keywords = JsonNodeFactory.instance.objectNode();
        if (schema.has(Schemas.REFERENCE)) {
            add(keywords, keywords(at(schema.get(Schemas.REFERENCE).asText())));
        }
        schema.path("allOf").forEach(part -> add(keywords, keywords(part)));
        if (schema instanceof ObjectNode object) {
            add(keywords, object.deepCopy().without(List.of(Schemas.REFERENCE, "allOf")));
        }
        return keywords;
    }

    /** Adds keywords: properties and required fields to those that are there, others in their place. */
    static void add(ObjectNode to, JsonNode more) {
        more.properties().forEach(keyword -> {
            String name = keyword.getKey();
            if (name.equals("properties")) {
                ObjectNode properties = to.withObject("/properties");
                keyword.getValue().properties().forEach(property -> {
                    JsonNode same = properties.get(property.getKey());
                    if (same == null) {
                        properties.set(property.getKey(), property.getValue());
                    } else {
                        properties.set(property.getKey(), Schemas.both(same, property.getValue()));
                    }
                });
            } else if (name.equals("required")) {
                keyword.getValue().forEach(to.withArray("/required")::add);
            } else {
                to.set(name, keyword.getValue());
            }
        });
    }
}
