package de.quartierwerk.kit.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** The API document that the service under test serves. */
public final class ApiDocument {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    /** An operation of the document. */
    public record Call(String method, String path, JsonNode operation) {

        /** {@code GET /registry/v1/spaces}. */
        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The roles of which one is needed; empty where anyone may call. */
        public Set<String> roles() {
            Set<String> roles = new LinkedHashSet<>();
            for (JsonNode requirement : operation.path("security")) {
                requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText())));
            }
            return roles;
        }

        /** Whether a token is needed. */
        public boolean secured() {
            return !operation.path("security").isEmpty();
        }

        /** The media type of its request body, null where it has none. */
        public String bodyType() {
            Iterator<String> types =
                    operation.path("requestBody").path("content").fieldNames();
            return types.hasNext() ? types.next() : null;
        }
    }

    /** Reads the document from the running service. */
    public static ApiDocument read() {
        String path = ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.path", String.class);
        String text = given().basePath("")
                .queryParam("format", "JSON")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new ApiDocument(JSON.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole document. */
    public JsonNode root() {
        return document;
    }

    /** All operations. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    calls.add(new Call(
                            method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return calls;
    }

    /** The node itself, or what its {@code $ref} names. */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            String ref = found.get("$ref").asText();
            found = ref.startsWith("#") ? document.at(ref.substring(1)) : MissingNode.getInstance();
        }
        return found;
    }
}
