package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Users that the local realm lacks: officials of another district. Added through Keycloak, password = name. */
final class Officials {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String keycloak;
    private String token;

    /** Users of the realm with this address. */
    Officials(String realm) {
        this.keycloak = realm.substring(0, realm.indexOf("/realms/"));
    }

    /** Adds a user with one role and one area; one that exists is left as it is. */
    void add(String name, String role, String area) throws IOException, InterruptedException {
        ObjectNode user = JSON.createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("emailVerified", true)
                .put("email", name + "@example.invalid")
                .put("firstName", name)
                .put("lastName", name);
        user.putObject("attributes").putArray("areas").add(area);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", name)
                .put("temporary", false);
        HttpResponse<String> created = send("POST", "/users", user.toString());
        if (created.statusCode() == 409) {
            return;
        }
        require(created, 201);
        String id = created.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        HttpResponse<String> found = send("GET", "/roles/" + role, null);
        require(found, 200);
        require(send("POST", "/users/" + id + "/role-mappings/realm", "[" + found.body() + "]"), 204);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/quartierwerk" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        if (token == null) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            "grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            require(answer, 200);
            token = JSON.readTree(answer.body()).get("access_token").asText();
        }
        return token;
    }

    private static void require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
