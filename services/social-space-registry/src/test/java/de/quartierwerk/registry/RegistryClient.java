package de.quartierwerk.registry;

import static io.restassured.RestAssured.given;

import de.quartierwerk.servers.Tokens;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls of the registry as tests make them. */
public final class RegistryClient {
    private RegistryClient() {}

    /** A request by a local user, or by nobody for null. */
    public static RequestSpecification as(@Nullable String user) {
        RequestSpecification request = given().basePath("/registry/v1").accept("application/json");
        return user == null ? request : request.header("Authorization", "Bearer " + Tokens.of(user));
    }

    public static ValidatableResponse putLevel(String code, int rank) {
        return putLevel(code, rank, null);
    }

    /** Puts a level that was read with that tag, or was not read for null. */
    public static ValidatableResponse putLevel(String code, int rank, @Nullable String etag) {
        RequestSpecification request =
                as("planner").contentType("application/json").body("{\"name\":\"" + code + "\",\"rank\":" + rank + "}");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put("levels/" + code).then();
    }

    public static ValidatableResponse importFile(String user, String file, String options) {
        return importFile(as(user), "spaces.csv", file.getBytes(StandardCharsets.UTF_8), options);
    }

    public static ValidatableResponse importFile(
            RequestSpecification request, String name, byte[] file, String options) {
        return request.multiPart("file", name, file, "application/octet-stream")
                .multiPart(new MultiPartSpecBuilder(options)
                        .controlName("options")
                        .mimeType("application/json")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .post("imports")
                .then();
    }

    public static ValidatableResponse putSpace(String user, String key, @Nullable String etag, String body) {
        RequestSpecification request = as(user).contentType("application/json").body(body);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.put("spaces/" + key).then();
    }

    public static ValidatableResponse get(String path, Object... arguments) {
        return as(null).get(path, arguments).then();
    }

    /** A rectangle as GeoJSON. */
    public static String rectangle(double west, double south, double east, double north) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
                .formatted(west, south, east, north);
    }

    /** A feature as GeoJSON. */
    public static String feature(String key, String name, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + key + "\",\"name\":\"" + name + "\"},\"geometry\":"
                + geometry + "}";
    }

    /** A feature collection as GeoJSON. */
    public static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    /** Counts as an import answers them. */
    public static Map<String, Integer> counts(int received, int created, int updated, int unchanged, int rejected) {
        return Map.of(
                "received", received,
                "created", created,
                "updated", updated,
                "unchanged", unchanged,
                "rejected", rejected);
    }
}
