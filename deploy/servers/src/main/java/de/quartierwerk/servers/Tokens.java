package de.quartierwerk.servers;

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
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bearer tokens of the local users, from the real Keycloak, kept until shortly before they expire. */
public final class Tokens {
    static final String REALM = "quartierwerk.test.realm";

    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern EXPIRY = Pattern.compile("\"expires_in\"\\s*:\\s*(\\d+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Kept(String token, Instant until) {}

    /**
     * A token of this local user ({@code planner}, {@code steward} and so on) from the servers that
     * {@link QuartierwerkServers} has started. Waits while Keycloak is still starting.
     */
    public static String of(String user) {
        String realm = Objects.requireNonNull(
                System.getProperty(REALM),
                "No servers: annotate the test with @QuarkusTestResource(QuartierwerkServers.class)");
        return of(realm, user);
    }

    /** A token of this local user from this realm, e.g. {@code http://localhost:8180/realms/quartierwerk}. */
    public static String of(String realm, String user) {
        return KEPT.compute(realm + " " + user, (key, kept) -> {
                    boolean fresh = kept != null && Instant.now().isBefore(kept.until());
                    return fresh ? kept : fetch(realm, user);
                })
                .token();
    }

    private static Kept fetch(String realm, String user) {
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=quartierwerk-cli&username=" + name + "&password=" + name))
                .build();
        Instant end = Instant.now().plus(START);
        try {
            while (true) {
                Instant asked = Instant.now();
                HttpResponse<String> answer = ask(request);
                if (answer != null && answer.statusCode() == 200) {
                    long seconds = Long.parseLong(find(EXPIRY, answer.body()));
                    return new Kept(
                            find(TOKEN, answer.body()),
                            asked.plusSeconds(seconds).minus(MARGIN));
                }
                boolean starting = answer == null || answer.statusCode() == 404 || answer.statusCode() >= 500;
                if (!starting || asked.isAfter(end)) {
                    throw new IllegalStateException("No token for " + user + ": "
                            + (answer == null ? "no answer from " + realm : answer.statusCode() + " " + answer.body()));
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a token", e);
        }
    }

    /** The answer, or null where nobody answers yet. */
    private static HttpResponse<String> ask(HttpRequest request) throws InterruptedException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Keycloak's answer lacks " + pattern);
        }
        return matcher.group(1);
    }
}
