package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody stops a service by asking much, or slowly. */
@QuarkusTest
@TestProfile(LimitsIT.Small.class)
class LimitsIT {
    private static final int CONNECTIONS = 230;
    /** Whom the limits hit; the test itself asks from another address. */
    private static final String HOSTILE = "127.0.0.66";

    private final List<Socket> sockets = new ArrayList<>();

    /** Limits that a test reaches. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>();
            settings.put("quartierwerk.limits.patience", "3s");
            settings.put("quartierwerk.limits.slowest", "100000");
            settings.put("quartierwerk.limits.long-answers.client", "4");
            settings.put("quartierwerk.limits.per-minute.demanding", "3");
            settings.put("quartierwerk.limits.per-minute.refused", "5");
            settings.put("quartierwerk.limits.connections.client", "300");
            settings.put("quartierwerk.limits.heads", "1M");
            settings.put("quartierwerk.limits.idle", "4s");
            settings.put("quartierwerk.follow.heartbeat", "200ms");
            settings.put("quartierwerk.follow.longest", "2s");
            return settings;
        }
    }

    /** Classes are loaded once; that is not what is measured. */
    @BeforeEach
    void warmUp() {
        for (int call = 0; call < 5; call++) {
            given().get("/v1/things/long").then().statusCode(200);
            given().get("/v1/things/large").then().statusCode(200);
            given().get("/v1/things?x=1").then().statusCode(400);
            millisOfLiveness();
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "large"})
    @Tag("long")
    void answersWhileManyConnectionsReadNothing(String list) throws IOException {
        open("GET /trial/v1/things/" + list + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        List<Long> millis = new ArrayList<>();
        for (int look = 0; look < 11; look++) {
            millis.add(millisOfLiveness());
            given().get("/v1/things?limit=1").then().statusCode(200);
        }
        assertThat(median(millis)).isLessThan(1_000);
        close();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> statusFrom(HOSTILE, "/v1/things/" + list).equals("HTTP/1.1 200 OK"));
    }

    @Test
    void answersWhileManyConnectionsSendOneByte() throws IOException {
        open("POST /trial/v1/things HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.of("planner")
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        List<Long> millis = new ArrayList<>();
        for (int look = 0; look < 11; look++) {
            millis.add(millisOfLiveness());
            planner()
                    .body("{\"name\":\"quick\"}")
                    .contentType("application/json")
                    .post("/v1/things")
                    .then()
                    .statusCode(201);
        }
        assertThat(median(millis)).isLessThan(1_000);
        for (Socket socket : sockets) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("request.too-slow");
        }
    }

    @Test
    @Tag("long")
    void answersWhileManyConnectionsSendOneByteOfAForm() throws IOException {
        open("POST /trial/v1/things/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.of("planner")
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000\r\n\r\n-");

        List<Long> millis = new ArrayList<>();
        for (int look = 0; look < 11; look++) {
            millis.add(millisOfLiveness());
            planner().get("/v1/things/caller").then().statusCode(200);
        }
        assertThat(median(millis)).isLessThan(1_000);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> planner()
                                .multiPart("file", "x")
                                .multiPart("options", "{\"name\":\"a\"}", "application/json")
                                .post("/v1/things/files")
                                .statusCode()
                        == 200);
    }

    @Test
    @Tag("long")
    void closesConnectionsThatAskNothing() throws IOException {
        open("");
        open("GET /trial/v1/things HTTP/1.1\r\nHost: loc");

        given().get("/v1/things?limit=1").then().statusCode(200);
        assertThat(sockets).allMatch(socket -> isClosedWithin(socket, Duration.ofSeconds(20)));
        assertThat(statusFrom(HOSTILE, "/v1/things?limit=1")).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void boundsTheBytesOfHeadsThatDoNotEnd() throws IOException {
        open("GET /trial/v1/things HTTP/1.1\r\nX: " + "x".repeat(30_000));

        given().get("/v1/things?limit=1").then().statusCode(200);
        long room = 1_000_000 / 30_000;
        assertThat(sockets.stream().filter(socket -> isClosedWithin(socket, Duration.ofMillis(1))))
                .hasSizeGreaterThanOrEqualTo((int) (CONNECTIONS - 2 * room));
        close();
        await().until(() -> statusFrom(HOSTILE, "/v1/things?limit=1").equals("HTTP/1.1 200 OK"));
    }

    private static boolean isClosedWithin(Socket socket, Duration time) {
        try {
            socket.setSoTimeout((int) time.toMillis());
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String statusFrom(String address, String path) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.getOutputStream()
                    .write(("GET /trial" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void waitsForAPlaceForALongAnswer() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/trial/v1/things/long"))
                .build();

        List<Integer> statuses =
                IntStream.range(0, 12)
                        .mapToObj(i -> client.sendAsync(request, BodyHandlers.discarding()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .peek(answer -> assertThat(answer.statusCode() == 200
                                        || "2"
                                                .equals(answer.headers()
                                                        .firstValue("Retry-After")
                                                        .orElse("")))
                                .isTrue())
                        .map(HttpResponse::statusCode)
                        .toList();

        assertThat(statuses).contains(200).containsAnyOf(200, 503);
    }

    @Test
    void countsRequestsPerClient() {
        for (int left = 2; left >= 0; left--) {
            planner()
                    .post("/v1/things/demanding")
                    .then()
                    .statusCode(204)
                    .header("RateLimit-Policy", "\"demanding\";q=3;w=60")
                    .header("RateLimit", startsWith("\"demanding\";r=" + left + ";t="));
        }
        planner()
                .post("/v1/things/demanding")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .header("RateLimit", startsWith("\"demanding\";r=0;t="))
                .body("code", equalTo("request.too-many"));
        planner().get("/v1/things/caller").then().statusCode(200);
    }

    @Test
    void looksAtFewTokensThatAreRefused() {
        for (int number = 0; number < 5; number++) {
            given().auth().oauth2("x").get("/v1/things").then().statusCode(401);
        }
        given().auth().oauth2("x").get("/v1/things").then().statusCode(429).body("code", equalTo("request.too-many"));
        given().get("/v1/things").then().statusCode(200);
    }

    @Test
    void silentStreamsAreKeptAliveAndEndAsTheyTell() {
        String stream = RawHttp.send("GET /trial/v1/things/silence HTTP/1.1", "Host: localhost", "Connection: close");

        assertThat(stream)
                .startsWith("HTTP/1.1 200")
                .containsOnlyOnce("data:")
                .containsPattern(": the stream ends at \\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z at the latest\n\n")
                .endsWith("\r\n0\r\n\r\n");
    }

    private static RequestSpecification planner() {
        return given().header("Authorization", "Bearer " + Tokens.of("planner"));
    }

    private void open(String head) throws IOException {
        for (int number = 0; number < CONNECTIONS; number++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.bind(new InetSocketAddress(HOSTILE, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
            socket.setSoTimeout(60_000);
            sockets.add(socket);
            try {
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            } catch (SocketException refused) {
                // closed by the service meanwhile
            }
        }
    }

    /** A single look may be slow because the machine is. */
    private static long median(List<Long> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
    }

    private static long millisOfLiveness() {
        long start = System.nanoTime();
        assertThat(RawHttp.send("GET /trial/q/health/live HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 200")
                .contains("\"status\":\"UP\"");
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
