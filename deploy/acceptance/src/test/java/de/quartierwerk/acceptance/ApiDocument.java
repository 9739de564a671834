package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.acceptance.fuzz.Operation;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The operations that the running services describe. */
final class ApiDocument {

    static final List<String> SERVICES = List.of("registry", "ingestion", "classification", "funding", "reporting");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private ApiDocument() {}

    /** All operations of all services. */
    static List<Call> calls(PlatformClient client) {
        List<Call> calls = new ArrayList<>();
        for (String service : SERVICES) {
            JsonNode document = client.get("/" + service + "/openapi?format=JSON", null)
                    .orFail()
                    .json();
            calls.addAll(calls(document));
        }
        return calls;
    }

    /** All operations of all services, to derive requests from. */
    static List<Operation> operations(PlatformClient client) {
        List<Operation> operations = new ArrayList<>();
        for (String service : SERVICES) {
            operations.addAll(Operation.of(
                    service,
                    client.get("/" + service + "/openapi?format=JSON", null)
                            .orFail()
                            .json()));
        }
        return operations;
    }

    /** All operations of a document. */
    static List<Call> calls(JsonNode document) {
        List<Call> calls = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        calls.add(new Call(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                    }
                }));
        return calls;
    }

    /** One operation. */
    record Call(String method, String path, JsonNode operation) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        /** The roles of which one is needed; empty where anyone may call. */
        Set<String> roles() {
            Set<String> roles = new LinkedHashSet<>();
            for (JsonNode requirement : operation.path("security")) {
                requirement.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText())));
            }
            return roles;
        }

        boolean secured() {
            return !operation.path("security").isEmpty();
        }

        /** Whether it answers a list in pages. */
        boolean pages() {
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("name").asText().equals("cursor")) {
                    return true;
                }
            }
            return false;
        }

        /** The media type of its request body, null where it has none. */
        String bodyType() {
            Iterator<String> types =
                    operation.path("requestBody").path("content").fieldNames();
            return types.hasNext() ? types.next() : null;
        }

        /** Its path with something in the place of every parameter. */
        String filledPath() {
            String filled = path;
            for (JsonNode parameter : operation.path("parameters")) {
                if (parameter.path("in").asText().equals("path")) {
                    filled = filled.replace("{" + parameter.path("name").asText() + "}", filler(parameter));
                }
            }
            return filled.replaceAll("\\{[^}]*}", "1");
        }

        private static String filler(JsonNode parameter) {
            JsonNode schema = parameter.path("schema");
            boolean uuid = schema.path("format").asText().equals("uuid")
                    || schema.path("$ref").asText().endsWith("/UUID");
            return uuid ? "00000000-0000-4000-8000-000000000000" : "1";
        }

        /** Header with the type of its body. */
        Map<String, String> headers() {
            String type = bodyType();
            if (type == null) {
                return Map.of("Accept", "*/*");
            }
            return Map.of(
                    "Accept", "*/*", "Content-Type", type.startsWith("multipart/") ? type + "; boundary=x" : type);
        }

        /** A body that is well formed and says nothing. */
        String emptyBody() {
            String type = bodyType();
            if (type == null) {
                return "";
            }
            return type.startsWith("multipart/")
                    ? "--x\r\nContent-Disposition: form-data; name=\"unused\"\r\n\r\nunused\r\n--x--\r\n"
                    : "{}";
        }
    }
}
