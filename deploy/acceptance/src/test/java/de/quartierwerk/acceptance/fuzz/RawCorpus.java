package de.quartierwerk.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that no client would send, by names. */
public final class RawCorpus {

    private static final String HOST = "Host: localhost";
    private static final String JSON = "Content-Type: application/json";

    private final Map<String, RawRequest> requests = new LinkedHashMap<>();
    private final String read;
    private final String write;
    private final String token;

    private RawCorpus(String read, String write, String token) {
        this.read = read;
        this.write = write;
        this.token = "Authorization: Bearer " + token;
    }

    /**
     * All of them.
     *
     * @param read path that anyone may read
     * @param write path to which JSON can be posted
     * @param token of a user who may do that
     */
    public static Map<String, RawRequest> of(String read, String write, String token) {
        RawCorpus corpus = new RawCorpus(read, write, token);
        corpus.lines();
        corpus.hosts();
        corpus.headers();
        corpus.lengths();
        corpus.chunks();
        corpus.forms();
        return corpus.requests;
    }

    private void lines() {
        for (String method : List.of(
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "HEAD",
                "get",
                "G\u0000T",
                "",
                "X".repeat(5_000))) {
            add("method " + brief(method), method + " " + read + " HTTP/1.1");
        }
        for (String target : List.of(
                "*",
                "",
                "?",
                "#",
                "//",
                "/..",
                "/../../etc/passwd",
                "/%00",
                "/%zz",
                "/%2e%2e/",
                "/;x",
                "/\\",
                "/ä",
                "http://evil.example" + read,
                "https://localhost" + read,
                "ftp://x/",
                "localhost:80",
                "/" + "x".repeat(20_000),
                read + "?" + "a=b&".repeat(5_000),
                read + "?limit=%ff",
                read + "/",
                read + "//",
                read + "?#",
                read + "?\u0001")) {
            add("target " + brief(target), "GET " + target + " HTTP/1.1");
        }
        for (String version : List.of(
                "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "HTTP/1.1x", "HTTP/", "http/1.1", "HTTP/1.1 x", "")) {
            add("version " + version, "GET " + read + " " + version);
        }
        requests.put("no host in 1.0", RawRequest.of("GET " + read + " HTTP/1.0"));
        requests.put("preface of HTTP/2", RawRequest.of("PRI * HTTP/2.0", "", "SM", ""));
        requests.put("greeting of TLS", new RawRequest(List.of("\u0016\u0003\u0001\u0002\u0000\u0001"), new byte[9]));
        add(
                "h2c",
                "GET " + read + " HTTP/1.1",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");
        add(
                "websocket",
                "GET " + read + " HTTP/1.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13");
    }

    private void hosts() {
        for (String host : List.of(
                "a b",
                "x:abc",
                "[",
                "[::1",
                "",
                ":80",
                "a:99999",
                "a/b",
                "a@b",
                "<script>",
                "ä",
                "a\tb",
                "x".repeat(9_000))) {
            requests.put(
                    "host " + brief(host),
                    RawRequest.of("GET " + read + " HTTP/1.1", "Host: " + host, "Connection: close"));
        }
        requests.put("no host", RawRequest.of("GET " + read + " HTTP/1.1", "Connection: close"));
        add("two hosts", "GET " + read + " HTTP/1.1", "Host: other");
        add("other host", "GET http://other:1" + read + " HTTP/1.1");
    }

    private void headers() {
        for (String header : List.of(
                "no colon",
                ": x",
                "X : y",
                " X: y",
                "X: a\u0000b",
                "X\u0000: a",
                "X: a\rb",
                "Ä: b",
                "X: " + "y".repeat(40_000),
                "Accept: " + "a/b,".repeat(1_000) + "*/*",
                "Accept-Language: " + "de-x,".repeat(2_000),
                "Accept: \u0001",
                "Cookie: =;;=",
                "Range: bytes=0-0,5-",
                "If-None-Match: " + "\"x\",".repeat(2_000),
                "If-Modified-Since: gestern",
                "Expect: nichts",
                "X-HTTP-Method-Override: DELETE",
                "X-Forwarded-Host: evil.example",
                "Forwarded: host=\"",
                "Accept-Encoding: " + "gzip,".repeat(500),
                "Origin: null",
                "Origin: \u0001",
                "Authorization: Bearer " + "x".repeat(30_000),
                "Content-Type: a/b; c=\"",
                "Accept-Charset: x")) {
            add("header " + brief(header), "GET " + read + " HTTP/1.1", header);
        }
        String[] many = new String[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-" + i + ": y";
        }
        add("many headers", "GET " + read + " HTTP/1.1", many);
        requests.put(
                "line feeds alone",
                new RawRequest(List.of("GET " + read + " HTTP/1.1\n" + HOST + "\nConnection: close\n\n"), new byte[0]));
    }

    private void lengths() {
        for (String length :
                List.of("x", "-1", "+2", "2, 2", "2,3", "1e3", "0x2", "99999999999999999999", "", " ", "2.0", "0")) {
            post("length " + length, "{}", JSON, "Content-Length: " + length);
        }
        post("two lengths", "{}", JSON, "Content-Length: 2", "Content-Length: 3");
        post("no length", "", JSON);
        post("length and chunks", "0\r\n\r\n", JSON, "Content-Length: 5", "Transfer-Encoding: chunked");
        for (String encoding : List.of(
                "gzip",
                "identity",
                "xchunked",
                "chunked, chunked",
                "chunked, gzip",
                "chunked;x",
                "\u000bchunked",
                "")) {
            post("transfer " + encoding, "0\r\n\r\n", JSON, "Transfer-Encoding: " + encoding);
        }
        for (String encoding : List.of("gzip", "br", "deflate", "x", "gzip, gzip", "identity")) {
            post("content " + encoding, "{}", JSON, "Content-Length: 2", "Content-Encoding: " + encoding);
        }
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/json;charset=utf-16",
                "application/json;charset=x",
                "x",
                "/",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "application/json, text/plain",
                "*/*",
                "\u0001")) {
            post("type " + type, "{}", "Content-Type: " + type, "Content-Length: 2");
        }
        post("cut document", "{\"a\":", JSON, "Content-Length: 5");
        post("too large", "", JSON, "Content-Length: 9000000");
        post("continue", "{}", JSON, "Content-Length: 2", "Expect: 100-continue");
    }

    private void chunks() {
        for (String chunks : List.of(
                "zz\r\n",
                "-5\r\nhello",
                "FFFFFFFFFFFFFFFF\r\n",
                "5\r\nhelloX0\r\n\r\n",
                "2;" + "x".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nHost: evil\r\n\r\n",
                "2\n{}\n0\n\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\n" + "X: y\r\n".repeat(5_000) + "\r\n")) {
            post("chunks " + brief(chunks), chunks, JSON, "Transfer-Encoding: chunked");
        }
    }

    private void forms() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na;b\r\n";
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("cut part", part.substring(0, part.length() - 4));
        forms.put("cut header", "--x\r\nContent-Dispo");
        forms.put("no end", part);
        forms.put("empty", "");
        forms.put("only an end", "--x--\r\n");
        forms.put("no headers", "--x\r\n\r\na\r\n--x--\r\n");
        forms.put("no name", part.replace(" name=\"file\";", "") + "--x--\r\n");
        forms.put("path", part.replace("a.csv", "../../a.csv") + "--x--\r\n");
        forms.put("line in name", part.replace("a.csv", "a%0d%0aX: y.csv") + "--x--\r\n");
        forms.put("nul in name", part.replace("a.csv", "a\u0000.csv") + "--x--\r\n");
        forms.put(
                "form in form",
                part.replace("\r\n\r\n", "\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\n--y--")
                        + "--x--\r\n");
        forms.put("many parts", part.repeat(200) + "--x--\r\n");
        forms.put(
                "long header",
                part.replace("form-data;", "form-data; z=\"" + "y".repeat(100_000) + "\";") + "--x--\r\n");
        forms.put(
                "transfer encoding",
                part.replace("\r\n\r\n", "\r\nContent-Transfer-Encoding: base64\r\n\r\n") + "--x--\r\n");
        forms.put(
                "charset",
                part.replace("\r\n\r\n", "\r\nContent-Type: text/plain; charset=nichts\r\n\r\n") + "--x--\r\n");
        forms.forEach((name, form) -> post(
                "form " + name,
                form,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: " + form.getBytes(StandardCharsets.UTF_8).length));
        for (String boundary : List.of(
                "",
                "; boundary=",
                "; boundary=\"",
                "; boundary=" + "b".repeat(3_000),
                "; boundary=y",
                "; boundary=x; boundary=y")) {
            post(
                    "boundary " + brief(boundary),
                    part + "--x--\r\n",
                    "Content-Type: multipart/form-data" + boundary,
                    "Content-Length: " + (part.length() + 7));
        }
    }

    private void add(String name, String line, String... headers) {
        List<String> head = new ArrayList<>(List.of(line, HOST));
        head.addAll(List.of(headers));
        head.add("Connection: close");
        requests.put(name, new RawRequest(head, new byte[0]));
    }

    private void post(String name, String body, String... headers) {
        List<String> head = new ArrayList<>(List.of("POST " + write + " HTTP/1.1", HOST, token));
        head.addAll(List.of(headers));
        head.add("Connection: close");
        requests.put(name, new RawRequest(head, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String brief(String text) {
        return text.length() < 40 ? text : text.substring(0, 40) + "…";
    }
}
