package de.quartierwerk.acceptance.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is being made: what is right, before nonsense is put in a place of it. */
public final class Draft {

    private final Operation operation;
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];

    /** A request for an operation, yet without anything. */
    public Draft(Operation operation) {
        this.operation = operation;
    }

    /** Puts a value, not encoded yet, in the place of a name of the path. */
    public Draft path(String name, String value) {
        path.put(name, encoded(value));
        return this;
    }

    /** Puts something in the place of a name of the path as it is. */
    Draft rawPath(String name, String value) {
        path.put(name, value);
        return this;
    }

    /** Replaces a query parameter by values that are encoded already; none removes it. */
    Draft rawQuery(String name, List<String> values) {
        query.put(name, values);
        return this;
    }

    /** Sets a query parameter. */
    public Draft query(String name, String value) {
        return rawQuery(name, List.of(encoded(value)));
    }

    /** Sets a header; null removes it. */
    public Draft header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Draft body(byte[] bytes) {
        body = bytes;
        return this;
    }

    /** The path alone. */
    public String address() {
        String address = operation.path();
        for (Map.Entry<String, String> each : path.entrySet()) {
            address = address.replace("{" + each.getKey() + "}", each.getValue());
        }
        return address;
    }

    /** The request. */
    public RawRequest request() {
        List<String> pairs = new ArrayList<>();
        query.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + value)));
        List<String> lines = new ArrayList<>();
        headers.forEach((name, value) -> {
            if (value != null) {
                lines.add(name + ": " + value);
            }
        });
        String target = address() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
        return RawRequest.usual(operation.method(), target, lines, body);
    }

    /** As it stands in an address. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
