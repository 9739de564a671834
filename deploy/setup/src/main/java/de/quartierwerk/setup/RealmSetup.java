package de.quartierwerk.setup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the realm over Keycloak's administration interface. A realm that exists is left as it is.
 *
 * @param keycloak inner address of Keycloak
 * @param clientSecret of the client {@code setup} that Keycloak makes at its first start
 * @param realm the document
 */
record RealmSetup(String keycloak, String clientSecret, String realm) {
    private static final String SECRETS = "realm";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static RealmSetup of(SetupSettings settings) {
        Map<String, String> values = new HashMap<>(settings.secrets(SECRETS));
        values.put("QUARTIERWERK_SPA_ORIGIN", settings.required("QUARTIERWERK_SPA_ORIGIN"));
        boolean demonstration = Boolean.parseBoolean(settings.optional("QUARTIERWERK_DEMONSTRATION", "false"));
        return new RealmSetup(
                settings.required("QUARTIERWERK_KEYCLOAK"),
                settings.secret(SECRETS, "setup"),
                RealmFile.of(values, demonstration));
    }

    void run() {
        try {
            String token = token();
            int found = send(request("/admin/realms/quartierwerk", token).GET()).statusCode();
            if (found == 200) {
                System.out.println("The realm quartierwerk exists and is left as it is");
                return;
            }
            if (found != 404) {
                throw new SetupFailure("Keycloak answers " + found + " when asked for the realm");
            }
            HttpResponse<String> made = send(request("/admin/realms", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(realm)));
            if (made.statusCode() != 201) {
                throw new SetupFailure("Keycloak refuses the realm: " + made.statusCode() + " " + made.body());
            }
            System.out.println("The realm quartierwerk has been made");
        } catch (IOException e) {
            throw new SetupFailure("Keycloak does not answer at " + keycloak, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupFailure("The realm has not been made", e);
        }
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=setup&client_secret="
                + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new SetupFailure("Keycloak does not know the client setup: " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(keycloak + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
