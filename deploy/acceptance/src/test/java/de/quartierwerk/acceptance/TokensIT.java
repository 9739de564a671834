package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.acceptance.fuzz.Oracle;
import de.quartierwerk.acceptance.fuzz.RawAnswer;
import de.quartierwerk.acceptance.fuzz.RawClient;
import de.quartierwerk.acceptance.fuzz.RawRequest;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who shows a token that is none gets 401, in every service, and also where none is needed. A key of this test's own is
 * added to the realm, so that its tokens differ from good ones in one thing only.
 */
@Order(15)
@ExtendWith(PlatformExtension.class)
class TokensIT {

    /** A read that everybody may, beside {@code /audit}. */
    private static final Map<String, String> OPEN = Map.of(
            "registry", "levels",
            "ingestion", "indicators",
            "classification", "runs",
            "funding", "programmes",
            "reporting", "reports");

    private static final int LIFE_SECONDS = 300;

    private final PlatformClient client;
    private final String realm;
    private final Realm admin;

    TokensIT(Acceptance acceptance) {
        this.client = acceptance.client();
        this.realm = acceptance.addresses().realm();
        this.admin = new Realm(realm);
    }

    @Test
    void tokensThatAreNone_areRefusedEverywhere() throws GeneralSecurityException, IOException, InterruptedException {
        // Given
        KeyPair keys = SignedTokens.keys("acceptance");
        String key = admin.addKey("acceptance", keys);
        String good = SignedTokens.rs256(SignedTokens.header("RS256", key, Map.of()), claims(Map.of()), keys);
        awaitTaken(good);
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // When
            List<String> faults = refusals(bad(key, keys, listener.getLocalPort()));
            // Then
            assertThat(faults).isEmpty();
            assertThat(isCalled(listener))
                    .as("a service asked an address that a token named")
                    .isFalse();
        }
    }

    @Test
    void otherSchemes_areRefusedEverywhere() {
        // Given
        String good = "Authorization: Bearer " + client.token("auditor");
        Map<String, List<String>> schemes = new LinkedHashMap<>();
        for (String each : List.of(
                "Basic YWRtaW46YWRtaW4=",
                "DPoP " + client.token("auditor"),
                "Digest username=\"admin\"",
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "bearer x.y.z",
                "Token x",
                client.token("auditor"),
                "",
                ",",
                "Bearer a b")) {
            schemes.put(each, List.of("Authorization: " + each));
        }
        schemes.put("two", List.of("Authorization: Basic YTpi", good));
        schemes.put("two the other way round", List.of(good, "Authorization: Basic YTpi"));
        // When
        List<String> faults = refusals(schemes);
        // Then
        assertThat(faults).isEmpty();
    }

    /** Services ask nobody about a token: what was given lives on until it expires, five minutes at most. */
    @Test
    void endedSessionsAndDisabledUsers_liveOnUntilTheTokenExpires() throws IOException, InterruptedException {
        // Given
        String leaving = "leaving-" + Instant.now().toEpochMilli();
        new Officials(realm).add(leaving, "auditor", "*");
        JsonNode session = admin.tokens("quartierwerk-cli", leaving);
        JsonNode claims = Realm.claims(session.get("access_token").asText());
        // When
        admin.logout("quartierwerk-cli", session.get("refresh_token").asText());
        admin.disable(leaving);
        // Then
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isLessThanOrEqualTo(LIFE_SECONDS);
        String header = "Authorization: Bearer " + session.get("access_token").asText();
        for (String service : ApiDocument.SERVICES) {
            assertThat(ask(service, "audit", List.of(header)).status())
                    .as(service)
                    .isEqualTo(200);
        }
        assertThat(admin.tokens("quartierwerk-cli", leaving).has("access_token"))
                .isFalse();
    }

    /** Forged tokens with keys that nobody knows cannot keep services from looking for a key that is new. */
    @Test
    void keyThatIsNew_isTakenSoonAfterForgedOnes() throws GeneralSecurityException, IOException, InterruptedException {
        // Given
        KeyPair keys = SignedTokens.keys("new");
        Map<String, Object> unknown = SignedTokens.header("RS256", "nobody-knows-it", Map.of());
        List<String> forged = List.of("Authorization: Bearer " + SignedTokens.rs256(unknown, claims(Map.of()), keys));
        for (String service : ApiDocument.SERVICES) {
            assertThat(ask(service, "audit", forged).status()).as(service).isEqualTo(401);
        }
        // When
        String key = admin.addKey("new", keys);
        // Then
        Map<String, Object> known = SignedTokens.header("RS256", key, Map.of());
        awaitTaken(SignedTokens.rs256(known, claims(Map.of()), keys));
    }

    /** Every service takes this token, at once or when it has read the realm's keys again. */
    private void awaitTaken(String token) {
        for (String service : ApiDocument.SERVICES) {
            await(service)
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> ask(service, "audit", List.of("Authorization: Bearer " + token))
                                    .status()
                            == 200);
        }
    }

    private Map<String, List<String>> bad(String key, KeyPair keys, int port)
            throws GeneralSecurityException, IOException, InterruptedException {
        long now = Instant.now().getEpochSecond();
        String elsewhere = "http://127.0.0.1:" + port + "/keys";
        Map<String, Object> right = claims(Map.of());
        Map<String, Object> header = SignedTokens.header("RS256", key, Map.of());
        KeyPair foreign = SignedTokens.keys("foreign");
        JsonNode session = admin.tokens("quartierwerk-cli", "auditor");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("expired", SignedTokens.rs256(header, claims(Map.of("iat", now - 400, "exp", now - 100)), keys));
        tokens.put(
                "not yet valid",
                SignedTokens.rs256(header, claims(Map.of("nbf", now + 3_600, "exp", now + 7_200)), keys));
        tokens.put("without expiry", SignedTokens.rs256(header, claims(without("exp")), keys));
        tokens.put(
                "wrong issuer",
                SignedTokens.rs256(header, claims(Map.of("iss", "http://evil.example/realms/x")), keys));
        tokens.put("issuer with a slash", SignedTokens.rs256(header, claims(Map.of("iss", realm + "/")), keys));
        tokens.put("wrong audience", SignedTokens.rs256(header, claims(Map.of("aud", "account")), keys));
        tokens.put("without audience", SignedTokens.rs256(header, claims(without("aud")), keys));
        tokens.put("other realm", admin.adminToken());
        tokens.put("no algorithm", SignedTokens.unsigned(SignedTokens.header("none", key, Map.of()), right));
        tokens.put(
                "no algorithm, in capitals", SignedTokens.unsigned(SignedTokens.header("NONE", key, Map.of()), right));
        tokens.put("no signature", SignedTokens.unsigned(header, right));
        tokens.put(
                "public key as secret",
                SignedTokens.hs256(
                        SignedTokens.header("HS256", key, Map.of()),
                        right,
                        keys.getPublic().getEncoded()));
        tokens.put(
                "public key as secret, as text",
                SignedTokens.hs256(
                        SignedTokens.header("HS256", key, Map.of()),
                        right,
                        Realm.pem(keys).getBytes(StandardCharsets.US_ASCII)));
        tokens.put("signed by another key", SignedTokens.rs256(header, right, foreign));
        tokens.put(
                "unknown key", SignedTokens.rs256(SignedTokens.header("RS256", "unknown", Map.of()), right, foreign));
        for (String name : List.of("jku", "x5u")) {
            Map<String, Object> named = SignedTokens.header("RS256", "foreign", Map.of(name, elsewhere));
            tokens.put(name, SignedTokens.rs256(named, right, foreign));
        }
        tokens.put(
                "issuer elsewhere",
                SignedTokens.rs256(
                        SignedTokens.header("RS256", "foreign", Map.of()), claims(Map.of("iss", elsewhere)), foreign));
        tokens.put("id token", session.get("id_token").asText());
        tokens.put("refresh token", session.get("refresh_token").asText());
        tokens.put("changed", client.token("supplier").replaceFirst("[.][^.]+[.]", "." + part(right) + "."));
        tokens.put("half", client.token("auditor").substring(0, 200));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        tokens.forEach((name, token) -> headers.put(name, List.of("Authorization: Bearer " + token)));
        return headers;
    }

    /** What is wrong with the refusals. */
    private List<String> refusals(Map<String, List<String>> cases) {
        List<String> faults = new ArrayList<>();
        cases.forEach((name, headers) -> OPEN.forEach((service, open) -> {
            for (String path : List.of("audit", open)) {
                RawAnswer answer = ask(service, path, headers);
                List<String> found = new ArrayList<>(Oracle.faults(answer));
                if (answer.status() != 401) {
                    found.add("not 401");
                }
                if (!found.isEmpty()) {
                    faults.add(name + " at /" + service + "/v1/" + path + ": " + found + " " + answer);
                }
            }
        }));
        return faults;
    }

    private RawAnswer ask(String service, String path, List<String> headers) {
        String target = "/" + service + "/v1/" + path;
        return RawClient.send(
                URI.create(client.address(target)), RawRequest.usual("GET", target, headers, new byte[0]));
    }

    private Map<String, Object> claims(Map<String, Object> changed) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                realm,
                "aud",
                "quartierwerk",
                "sub",
                "7e57ab1e-0000-4000-8000-000000000001",
                "typ",
                "Bearer",
                "iat",
                now - 1,
                "exp",
                now + LIFE_SECONDS,
                "preferred_username",
                "auditor",
                "areas",
                List.of("*"),
                "realm_access",
                Map.of("roles", List.of("auditor"))));
        claims.putAll(changed);
        claims.values().removeIf(""::equals);
        return claims;
    }

    private static Map<String, Object> without(String claim) {
        return Map.of(claim, "");
    }

    private static String part(Map<String, Object> claims) {
        String json = new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(claims)
                .toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isCalled(ServerSocket listener) throws IOException {
        listener.setSoTimeout(1);
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }
}
