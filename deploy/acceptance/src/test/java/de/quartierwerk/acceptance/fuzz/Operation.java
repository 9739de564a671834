package de.quartierwerk.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An operation of an API document.
 *
 * @param service first part of its path
 * @param method in capitals
 * @param path with names in braces
 * @param json what the document says of it
 * @param schemas those of its document
 */
public record Operation(String service, String method, String path, JsonNode json, Schemas schemas) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** The operations of a document. */
    public static List<Operation> of(String service, JsonNode document) {
        Schemas schemas = new Schemas(document);
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        String name = method.getKey().toUpperCase(Locale.ROOT);
                        operations.add(new Operation(service, name, path.getKey(), method.getValue(), schemas));
                    }
                }));
        return operations;
    }

    /** Names of the parameters that stand there: path, query or header. */
    public List<String> parameters(String place) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : json.path("parameters")) {
            if (schemas.resolve(parameter).path("in").asText().equals(place)) {
                names.add(schemas.resolve(parameter).path("name").asText());
            }
        }
        return names;
    }

    /** What the document says of a parameter. */
    public JsonNode parameter(String name) {
        for (JsonNode parameter : json.path("parameters")) {
            if (schemas.resolve(parameter).path("name").asText().equals(name)) {
                return schemas.resolve(parameter);
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** A value for a parameter. */
    public String sample(String name) {
        JsonNode parameter = parameter(name);
        JsonNode value = parameter.has("example") ? parameter.get("example") : schemas.sample(parameter.path("schema"));
        return value.isValueNode() ? value.asText() : value.path(0).asText("x");
    }

    /** Whether it changes something. */
    public boolean writes() {
        return !method.equals("GET");
    }

    /** The roles of which one is needed; empty where anyone may call. */
    public Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        json.path("security")
                .forEach(needed -> needed.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    /** The media type of its body, null where it has none. */
    public String bodyType() {
        Iterator<String> types = json.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    /** Whether its body is a form with a file. */
    public boolean isForm() {
        return bodyType() != null && bodyType().startsWith("multipart/");
    }

    /** The schema of its body. */
    public JsonNode bodySchema() {
        return content().path("schema");
    }

    /** A body that fits its schema. */
    public JsonNode body() {
        return content().has("example") ? content().get("example") : schemas.sample(bodySchema());
    }

    private JsonNode content() {
        return bodyType() == null
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : json.path("requestBody").path("content").path(bodyType());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
