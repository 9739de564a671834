package de.quartierwerk.registry.ogc;

import static io.restassured.RestAssured.given;

import de.quartierwerk.registry.RegistryClient;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calls of the OGC API as tests make them. */
final class OgcClient {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    static final int COLUMNS = 12;
    static final int SPACES = 120;

    private OgcClient() {}

    /** A call from the landing page on. */
    static RequestSpecification ogc() {
        return given().basePath("/registry/ogc").urlEncodingEnabled(true);
    }

    static ValidatableResponse items(String collection, String... parameters) {
        RequestSpecification request = ogc();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/collections/" + collection + "/items").then();
    }

    /**
     * A level with a grid of 120 squares of a hundredth of a degree, {@code <level>-000} in the south-west at 13.3,
     * 52.4, twelve in a row.
     */
    static void putGrid(String level) {
        RegistryClient.putLevel(level, 60).statusCode(201);
        List<String> features = new ArrayList<>();
        for (int i = 0; i < SPACES; i++) {
            int row = i / COLUMNS;
            double west = 13.3 + i % COLUMNS * 0.01;
            double south = 52.4 + row * 0.01;
            String square = RegistryClient.rectangle(west, south, west + 0.01, south + 0.01);
            features.add(RegistryClient.feature(key(level, i), "Feld Ä" + i, square));
        }
        put(level, "2015-01-01", features.toArray(String[]::new));
    }

    static void put(String level, String validFrom, String... features) {
        RegistryClient.importFile(
                        RegistryClient.as("planner"),
                        "grid.geojson",
                        RegistryClient.collection(features).getBytes(StandardCharsets.UTF_8),
                        "{\"level\":\"%s\",\"keyProperty\":\"id\",\"nameProperty\":\"name\",\"validFrom\":\"%s\",\"anywhere\":true}"
                                .formatted(level, validFrom))
                .statusCode(200);
    }

    static String key(String level, int number) {
        return String.format(Locale.ROOT, "%s-%03d", level, number);
    }
}
