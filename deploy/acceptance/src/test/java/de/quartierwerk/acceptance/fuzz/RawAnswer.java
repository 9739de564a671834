package de.quartierwerk.acceptance.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 where the connection ended without an answer
 * @param headers by name in lower case
 * @param text the body
 */
public record RawAnswer(int status, Map<String, List<String>> headers, String text) {

    private static final int SHOWN = 300;

    /** The first header of this name, in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The media type without its parameters. */
    public String type() {
        return header("content-type").orElse("").replaceAll(";.*", "").strip();
    }

    @Override
    public String toString() {
        return status + " " + type() + " " + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
