package de.quartierwerk.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with a file, as bytes. */
final class Form {

    static final String TYPE = "multipart/form-data; boundary=x";

    private final List<byte[]> parts = new ArrayList<>();

    /** Adds a text. */
    Form text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a file. */
    Form file(String name, String fileName, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    /** Adds a part with headers of one's own. */
    Form part(String headers, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--x\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        parts.add(part.toByteArray());
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        parts.forEach(form::writeBytes);
        form.writeBytes("--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
