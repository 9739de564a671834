package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The realm of the platform, as its administrator and as a client see it. */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String keycloak;
    private String token;

    /** The realm with this address. */
    public Realm(String address) {
        this.address = address;
        this.keycloak = address.substring(0, address.indexOf("/realms/"));
    }

    /** Sends JSON to the administration of the realm. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/quartierwerk" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** A token of the other realm, of Keycloak's administrator. */
    String adminToken() throws IOException, InterruptedException {
        if (token == null) {
            HttpResponse<String> answer = form(
                    keycloak + "/realms/master/protocol/openid-connect/token",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            "admin",
                            "password",
                            "admin"));
            require(answer, 200);
            token = JSON.readTree(answer.body()).get("access_token").asText();
        }
        return token;
    }

    /** What a user gets who logs in: access, refresh and id token, or an error. */
    JsonNode tokens(String clientId, String user) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "grant_type", "password", "client_id", clientId, "username", user, "password", user, "scope", "openid");
        return JSON.readTree(
                form(address + "/protocol/openid-connect/token", form).body());
    }

    /** Ends a session. */
    void logout(String clientId, String refreshToken) throws IOException, InterruptedException {
        require(
                form(
                        address + "/protocol/openid-connect/logout",
                        Map.of("client_id", clientId, "refresh_token", refreshToken)),
                204);
    }

    /** Lets a user log in no more. */
    void disable(String user) throws IOException, InterruptedException {
        HttpResponse<String> found = send("GET", "/users?exact=true&username=" + user, null);
        require(found, 200);
        ObjectNode changed = (ObjectNode) JSON.readTree(found.body()).get(0);
        require(
                send(
                        "PUT",
                        "/users/" + changed.get("id").asText(),
                        changed.put("enabled", false).toString()),
                204);
    }

    /** Has the realm publish another key, with which it signs nothing itself; gives the name of the key. */
    String addKey(String name, KeyPair keys) throws IOException, InterruptedException {
        String known = "/components?type=org.keycloak.keys.KeyProvider&name=" + name;
        HttpResponse<String> found = send("GET", known, null);
        require(found, 200);
        if (JSON.readTree(found.body()).isEmpty()) {
            ObjectNode key = JSON.createObjectNode()
                    .put("name", name)
                    .put("providerId", "rsa")
                    .put("providerType", "org.keycloak.keys.KeyProvider");
            ObjectNode config = key.putObject("config");
            config.putArray("priority").add("-100");
            config.putArray("enabled").add("true");
            config.putArray("active").add("true");
            config.putArray("privateKey")
                    .add(pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            require(send("POST", "/components", key.toString()), 201);
            found = send("GET", known, null);
        }
        String provider = JSON.readTree(found.body()).get(0).get("id").asText();
        for (JsonNode key : JSON.readTree(send("GET", "/keys", null).body()).get("keys")) {
            if (key.path("providerId").asText().equals(provider)) {
                return key.get("kid").asText();
            }
        }
        throw new IllegalStateException("the realm has no key of " + provider);
    }

    /** Has the realm sign with a new key from now on; what the old one signed stays valid. */
    public void changeKey() throws IOException, InterruptedException {
        ObjectNode key = JSON.createObjectNode()
                .put("name", "changed-" + System.nanoTime())
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        key.putObject("config")
                .putArray("priority")
                .add(Long.toString(Instant.now().getEpochSecond()));
        require(send("POST", "/components", key.toString()), 201);
    }

    /** The public key as everybody may read it. */
    static String pem(KeyPair keys) {
        return pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    private static String pem(String what, byte[] key) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END " + what + "-----\n";
    }

    /** What a token says. */
    static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("[.]", -1)[1]));
    }

    private HttpResponse<String> form(String to, Map<String, String> values) throws IOException, InterruptedException {
        String body = values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    static void require(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
    }
}
