package de.quartierwerk.kit.trial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request lines and headers that no client of ours sends; none of them is a fault of the platform. */
@QuarkusTest
class RequestHeadsIT {
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.SEVERE.intValue()) {
                errors.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        Logger.getLogger("").addHandler(collector);
    }

    @AfterEach
    void theLogHasNoErrors() {
        Logger.getLogger("").removeHandler(collector);
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x:abc", "[", "[::1", "a:99999", "a/b", "a@b", "", ":80", "a:-1", "ä", "<x>"})
    void refusesHostsThatAreNone(String host) {
        for (String path : List.of("/trial/v1/things?limit=1", "/trial/q/health", "/elsewhere")) {
            String answer = RawHttp.send("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "request.host-malformed");
        }
    }

    @Test
    void refusesHttp11WithoutHost() {
        assertThat(RawHttp.send("GET /trial/v1/things HTTP/1.1", "Connection: close"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "request.host-malformed");
        assertThat(RawHttp.send("GET /trial/v1/things HTTP/1.1", "Host: a", "Host: b", "Connection: close"))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1:8081", "[::1]:8081", "my_service:8081", "a.example.", "A-b.example:80"})
    void takesHostsOfAllKinds(String host) {
        assertThat(RawHttp.send("GET /trial/v1/things?limit=1 HTTP/1.1", "Host: " + host, "Connection: close"))
                .startsWith("HTTP/1.1 200")
                .contains("rel=\"next\"");
    }

    @Test
    void answersHttp10WithoutHost() {
        assertThat(RawHttp.send("GET /trial/v1/things?limit=1 HTTP/1.0"))
                .contains(" 200 OK", "</trial/v1/things?limit=1&cursor=");
        assertThat(RawHttp.send("GET /trial/q/health/live HTTP/1.0")).contains(" 200 OK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT localhost:80 | 405",
                "CONNECT /trial/v1/things | 405",
                "OPTIONS * | 204",
                "GET * | 404",
                "TRACE /trial/v1/things | 405",
                "GET /trial/v1/things#x | 404",
                "GET http:///trial/v1/things | 200",
                "GET trial | 400",
                "CONNECT %zz | 405",
                "GET ? | 400"
            })
    void answersStrangeRequestLines(String line, int status) {
        String answer = RawHttp.send(line + " HTTP/1.1", "Host: localhost", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/trial/v1/things/%zz",
                "/trial/v1/things/%",
                "/trial/v1/things?tag=%zz",
                "/trial/v1/things?tag=<x>",
                "/trial/v1/thi\"ngs",
                "/trial/v1/things/\\",
                "http://local host/trial/v1/things",
                "x:"
            })
    void refusesAddressesThatCannotBeDecoded(String address) {
        assertThat(RawHttp.send("GET " + address + " HTTP/1.1", "Host: localhost", "Connection: close"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "request.malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOTHING | 400",
                "GET /trial/v1/things | 400",
                "GET /trial/v1/things HTTP/3.0 | 505",
                "GET /trial/v1/things HTTP/1.7 | 505",
                "PRI * HTTP/2.0 | 505",
                "GET /trial/v1/things HTTPS/1.1 | 505",
                "GET /trial/v1/things FTP | 400"
            })
    void refusesWhatIsNotHttp(String line, int status) {
        assertThat(RawHttp.send(line, "Host: localhost"))
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1, 2",
                "Transfer-Encoding: x, chunked, y",
                "no colon",
                "A\u0000B: x",
                "X: a\u0000b"
            })
    void refusesHeadersThatAreNone(String header) {
        assertThat(RawHttp.send("GET /trial/v1/things HTTP/1.1", "Host: localhost", "Connection: close", header))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-5\r\nhello", "FFFFFFFFFFFFFFFF\r\n"})
    void refusesContentThatIsNone(String content) {
        assertThat(RawHttp.send(
                        content.getBytes(StandardCharsets.US_ASCII),
                        "POST /trial/v1/things HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + Tokens.of("planner"),
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked",
                        "Connection: close"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "request.malformed");
    }

    @Test
    void refusesHeadsThatTheServerDoesNotReadToTheirEnd() {
        assertThat(RawHttp.send("GET /trial/" + "x".repeat(1_000_000) + " HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "request.address-too-long");
        assertThat(RawHttp.send("GET /trial/v1/things HTTP/1.1", "Host: localhost", "X: " + "x".repeat(1_000_000)))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "request.headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP x", "Basic YTpi", "Bearer", "Bearer ", "x", "bearer x", "Negotiate YII=", ","})
    void refusesEveryOtherAuthorization(String authorization) {
        for (String path : List.of("/trial/v1/things", "/trial/v1/things/caller")) {
            assertThat(RawHttp.send(
                            "GET " + path + " HTTP/1.1",
                            "Host: localhost",
                            "Authorization: " + authorization,
                            "Connection: close"))
                    .startsWith("HTTP/1.1 401")
                    .contains("application/problem+json");
        }
    }

    @Test
    void refusesATokenBesideAnotherAuthorization() {
        assertThat(RawHttp.send(
                        "GET /trial/v1/things HTTP/1.1",
                        "Host: localhost",
                        "Authorization: DPoP x",
                        "Authorization: Bearer " + Tokens.of("planner"),
                        "Connection: close"))
                .startsWith("HTTP/1.1 401");
        assertThat(RawHttp.send(
                        "GET /trial/v1/things HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + Tokens.of("planner"),
                        "Authorization: DPoP x",
                        "Connection: close"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "x",
                "http://localhost:5173.evil.example",
                "https://localhost:5173"
            })
    void refusesForeignOriginsWithAProblemDocument(String origin) {
        given().header("Origin", origin)
                .header("Authorization", "Bearer " + Tokens.of("planner"))
                .get("/v1/things")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", equalTo("request.origin-foreign"));
    }

    @Test
    void countsNoPathsThatCallersMadeUp() {
        for (String line :
                List.of("GET /trial/v1/made-up", "GET /made-up", "PUT /trial/q/made-up", "GET /trial/v1/made-up/%zz")) {
            RawHttp.send(line + " HTTP/1.1", "Host: localhost", "Connection: close");
            RawHttp.send(line + " HTTP/1.1", "Host: localhost", "Origin: x", "Authorization: y", "Connection: close");
            RawHttp.send(line + " HTTP/1.1", "Host: localhost", "Accept: a/b", "Connection: close");
        }

        given().get("/q/metrics").then().body(not(containsString("made-up")), containsString("uri=\"/refused\""));
    }
}
