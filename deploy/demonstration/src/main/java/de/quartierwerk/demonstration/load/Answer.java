package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param request method and path, for messages
 * @param status HTTP status
 * @param headers its headers
 * @param text its body
 */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Answer(String request, int status, HttpHeaders headers, byte[] body) {
        this(request, status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** Its body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(request + " answered no JSON: " + text, malformed);
        }
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Itself, where it is a success; otherwise the problem is thrown. */
    public Answer orFail() {
        if (status < 200 || status > 299) {
            throw new LoadFailure(request + " answered " + status + ": " + text);
        }
        return this;
    }
}
