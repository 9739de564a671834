package de.quartierwerk.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Cursors: the values of the last item's sort columns, as base64url of a JSON array. Opaque to callers. */
final class Cursor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private Cursor() {}

    static String encode(List<String> values) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<String> decode(String cursor) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII));
            return List.copyOf(JSON.readValue(new String(json, StandardCharsets.UTF_8), STRINGS));
        } catch (IllegalArgumentException | NullPointerException | JacksonException malformed) {
            throw Invalid.parameter("cursor", cursor, "page.cursor-malformed");
        }
    }
}
