package de.quartierwerk.funding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accounts of officials whose area is the empty second district, which the local installation lacks; made in the test
 * servers' Keycloak. Name and password are {@code <role>-elsewhere}.
 */
public final class Officials {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Officials() {}

    /** The account of this role, made if it is not there yet. */
    public static String elsewhere(String role) throws IOException, InterruptedException {
        String name = role + "-elsewhere";
        String realm = System.getProperty("quartierwerk.test.realm");
        String host = realm.substring(0, realm.indexOf("/realms/"));
        String token = find(
                TOKEN,
                send(
                        "POST",
                        host + "/realms/master/protocol/openid-connect/token",
                        null,
                        "application/x-www-form-urlencoded",
                        "grant_type=password&client_id=admin-cli&username=admin&password=admin"));
        String admin = realm.replace("/realms/", "/admin/realms/");
        String user = """
                {"username":"%1$s","enabled":true,"firstName":"O","lastName":"E","email":"%1$s@quartierwerk.example",
                 "emailVerified":true,"attributes":{"areas":["99002"]},
                 "credentials":[{"type":"password","value":"%1$s","temporary":false}]}""".formatted(name);
        send("POST", admin + "/users", token, "application/json", user);
        String id = find(ID, send("GET", admin + "/users?exact=true&username=" + name, token, null, ""));
        String representation = send("GET", admin + "/roles/" + role, token, null, "");
        send(
                "POST",
                admin + "/users/" + id + "/role-mappings/realm",
                token,
                "application/json",
                "[" + representation + "]");
        return name;
    }

    private static String send(String method, String address, String token, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Keycloak's answer lacks " + pattern + ": " + text);
        }
        return matcher.group(1);
    }
}
