package de.quartierwerk.kit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.servers.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms (multipart/form-data) that break off or are malformed, and what file names may hold. */
@QuarkusTest
class FormFaultsIT {

    private static final String OPTIONS = """
            --b\r
            Content-Disposition: form-data; name="options"\r
            Content-Type: application/json\r
            \r
            {"name":"a"}\r
            """;
    private static final String FILE = """
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.csv"\r
            Content-Type: text/csv\r
            \r
            a;b\r
            """;

    private static String post(String contentType, byte[] body) {
        return RawHttp.send(
                body,
                "POST /trial/v1/things/files HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.of("planner"),
                "Content-Type: " + contentType,
                "Content-Length: " + body.length,
                "Connection: close");
    }

    private static String post(String body) {
        return post("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void assertRefused(String answer, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"" + code + "\"")
                .doesNotContain("Exception");
    }

    @Test
    void takesAWholeForm() {
        assertThat(post(OPTIONS + FILE + "--b--\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"size\":\"3\"");
        assertThat(post("preamble\r\n" + OPTIONS + FILE + "--b--")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPTIONS + FILE,
                OPTIONS + FILE + "--b",
                OPTIONS + FILE + "--b-",
                OPTIONS + FILE + "--c--\r\n",
                OPTIONS + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b",
                OPTIONS + "--b\r\nContent-Disposition: form-da",
                OPTIONS + "--b\r\n",
                OPTIONS,
                "no form at all",
                "{\"name\":\"a\"}",
                "--b",
                "",
                "--b\r\n\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n" + OPTIONS + FILE + "--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition: form-data; filename=\"x\"\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition: form-data; name=\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition form-data\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\n: x\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n%%%=x\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n"
                        + "Content-Type: text/plain; charset=none\r\n\r\nx\r\n--b--\r\n",
                OPTIONS + FILE + "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n"
                        + "Content-Type: nonsense\r\n\r\nx\r\n--b--\r\n"
            })
    void refusesFormsThatAreNotWhole(String body) {
        assertRefused(post(body), "form.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=other",
                "multipart/form-data; boundary=b; charset=none",
                "multipart/form-data; charset=utf-8"
            })
    void refusesFormsWithoutTheirBoundary(String contentType) {
        assertRefused(
                post(contentType, (OPTIONS + FILE + "--b--\r\n").getBytes(StandardCharsets.UTF_8)), "form.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"a%0D%0Ab.csv\"",
                "filename*=UTF-8''a%0d%0ab.csv",
                "filename*=UTF-8''a%00b.csv",
                "filename=\"a.csv\"; filename*=UTF-8''a%0ab.csv",
                "filename*=UTF-8''..%2f..%2fa.csv",
                "filename=\"../a.csv\"",
                "filename=\"C:\\a.csv\"",
                "filename=\"..\"",
                "filename=\"a\tb.csv\"",
                "filename=\"a\0b.csv\"",
                "filename=\"a\u007fb.csv\""
            })
    void refusesFileNamesThatAreNoPlainNames(String fileName) {
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; " + fileName + "\r\n\r\na;b\r\n--b--\r\n";

        assertRefused(post(OPTIONS + file), "file.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb.csv", "a\rb.csv", "a\nb.csv", "a\r\nX-Y: b.csv"})
    void refusesFileNamesWithLineBreaks(String name) {
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\n\r\na;b\r\n--b--\r\n";

        assertThat(post(OPTIONS + file)).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        String options = OPTIONS.replace("\"a\"", "\"\u00e4\"");

        assertRefused(post(options + FILE + "--b--\r\n"), "form.text-not-utf-8");
    }

    @Test
    void refusesWhatWouldFillTheMemory() {
        String text = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n";

        assertRefused(
                post(text.replace("\r\n\r\n", "\r\nX: ") + "x".repeat(20_000) + "\r\n\r\n--b--\r\n"), "form.malformed");
        assertRefused(
                post(text.replace("\r\n\r\n", "\r\n") + "X: x\r\n".repeat(4_000) + "\r\n\r\n--b--\r\n"),
                "form.malformed");
        assertRefused(post((text + "x\r\n").repeat(10) + "--b--\r\n"), "form.malformed");
        assertThat(post(text + "x".repeat(600_000) + "\r\n--b--\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "form.text-too-large", "524288");
    }

    @Test
    void takesFilesThatLookLikeHeads() {
        String file = FILE.replace("a;b", "\r\n\r\n--\r\n--B\r\nX: ".repeat(10_000));

        assertThat(post(OPTIONS + file + "--b--\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesJsonWhereAFormIsExpectedAndAFormWhereJsonIsExpected() {
        byte[] form = (OPTIONS + FILE + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
        String instead = RawHttp.send(
                form,
                "POST /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + Tokens.of("planner"),
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: " + form.length,
                "Connection: close");
        String onRead = RawHttp.send(
                form,
                "GET /trial/v1/things HTTP/1.1",
                "Host: localhost",
                "Content-Type: multipart/form-data; boundary=b",
                "Content-Length: " + form.length,
                "Connection: close");

        assertThat(post("application/json", "{}".getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 415");
        assertThat(instead).startsWith("HTTP/1.1 415");
        assertThat(onRead).startsWith("HTTP/1.1 415");
    }
}
