package de.quartierwerk.kit.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A first answer, as it is stored and repeated. */
record StoredAnswer(String contentHash, int status, Map<String, String> headers, String body) {

    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE, HttpHeaders.RETRY_AFTER);

    /** Under which an answer is found again. */
    record Id(String caller, String request, String key) {}

    static StoredAnswer of(Response response, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer("", response.getStatus(), headers, body);
    }

    Response replay() {
        Response.ResponseBuilder response = Response.status(status).header(Idempotency.REPLAYED_HEADER, "true");
        headers.forEach(response::header);
        if (body != null) {
            response.entity(body);
            if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
                response.type(MediaType.APPLICATION_JSON_TYPE);
            }
        }
        return response.build();
    }
}
