package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the local installation's users, whose password is their name; fetched anew before they expire. */
final class AccessTokens {

    private static final Duration MARGIN = Duration.ofSeconds(20);
    /** Keycloak fails once for each connection that it had to a database which was started again. */
    private static final int ATTEMPTS = 20;

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final String realm;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant expires) {}

    AccessTokens(HttpClient http, String realm) {
        this.http = http;
        this.realm = realm;
    }

    String of(String user) {
        return tokens.compute(
                        user,
                        (name, token) -> token != null && token.expires.isAfter(Instant.now()) ? token : fetch(name))
                .value;
    }

    private Token fetch(String user) {
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=quartierwerk-cli&username=" + name + "&password=" + name))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            for (int attempt = 1; attempt < ATTEMPTS && response.statusCode() >= 500; attempt++) {
                Thread.sleep(PAUSE.toMillis());
                response = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (response.statusCode() != 200) {
                throw new LoadFailure("no token for " + user + ": " + response.statusCode() + " " + response.body());
            }
            JsonNode answer = new ObjectMapper().readTree(response.body());
            Duration life =
                    Duration.ofSeconds(answer.get("expires_in").asLong()).minus(MARGIN);
            return new Token(answer.get("access_token").asText(), Instant.now().plus(life));
        } catch (IOException e) {
            throw new LoadFailure("no token for " + user, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("interrupted while fetching a token for " + user, e);
        }
    }
}
