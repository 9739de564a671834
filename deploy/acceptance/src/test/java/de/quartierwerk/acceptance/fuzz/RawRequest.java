package de.quartierwerk.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as bytes, well formed or not.
 *
 * @param head request line and headers
 * @param body what follows the empty line
 */
public record RawRequest(List<String> head, byte[] body) {

    private static final int SHOWN = 300;

    /** Takes lines as they are. */
    public RawRequest {
        head = List.copyOf(head);
        body = body.clone();
    }

    /** Lines of a head, without a body. */
    public static RawRequest of(String... head) {
        return new RawRequest(List.of(head), new byte[0]);
    }

    /** The usual head for a body, with more headers; the length is that of the body. */
    public static RawRequest usual(String method, String target, List<String> headers, byte[] body) {
        List<String> head = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Host: localhost"));
        head.addAll(headers);
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            head.add("Content-Length: " + body.length);
        }
        head.add("Connection: close");
        return new RawRequest(head, body);
    }

    String method() {
        return head.get(0).split(" ", 2)[0];
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** Its beginning, for messages; a token is left out. */
    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.UTF_8).replaceAll("Bearer eyJ[\\w.-]+", "Bearer …");
        text = text.replace("\r\n", "⏎");
        return text.length() <= 2 * SHOWN
                ? text
                : text.substring(0, 2 * SHOWN) + "… (" + text.length() + " characters)";
    }
}
