package de.quartierwerk.registry.space;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spaces are found by areas: boxes, boundaries, other spaces. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SpacesByAreaIT {
    @BeforeEach
    void spaces() {
        putLevel("by-area", 42);
        importFile(
                        "planner",
                        collection(
                                feature("by-1", "Stülerstraße", rectangle(14, 50, 14.1, 50.1)),
                                feature("by-2", "Gesundbrunnen", rectangle(14.1, 50, 14.2, 50.1)),
                                feature("by-3", "Köpenick-Süd", rectangle(14.2, 50, 14.3, 50.1)),
                                feature("by-4", "Süd", rectangle(14.3, 50, 14.4, 50.1)),
                                feature("by-5", "Am Südufer", rectangle(14.4, 50, 14.5, 50.1))),
                        "{\"level\":\"by-area\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}")
                .statusCode(200);
    }

    @Test
    void findsByBoundariesNotByBoxes() {
        putLevel("by-corner", 44);
        String corner =
                "{\"type\":\"Polygon\",\"coordinates\":[[[12,50],[12.2,50],[12.2,50.01],[12.01,50.01],[12.01,50.2],[12,50.2],[12,50]]]}";
        importFile(
                "planner",
                collection(
                        feature("corner-1", "Ecke", corner),
                        feature("corner-2", "Quadrat", rectangle(12.1, 50.1, 12.2, 50.2))),
                "{\"level\":\"by-corner\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}");

        String list = "spaces?level=by-corner&bbox=";
        get(list + "12.05,50.05,12.09,50.09").body("items", empty());
        get(list + "12.05,50.05,12.11,50.11").body("items.key", contains("corner-2"));
        get(list + "12.05,50.005,12.11,50.11").body("items.key", contains("corner-1", "corner-2"));
        get(list + "-999,-999,999,999").body("items.key", contains("corner-1", "corner-2"));
        get(list + "300,50,301,51").statusCode(200).body("items", empty());
        get(list + "12.1,50.1,12.1,50.1").body("items.key", contains("corner-2"));
        get(list + "285500,5544000,286500,5560000&bbox-crs=EPSG:25833").body("items.key", contains("corner-1"));
        get(list + "12,50,13,51&q=ecke").body("items.key", contains("corner-1"));
        get(list + "1,2,3,4&bbox-crs=EPSG:2180").statusCode(400).body("code", equalTo("import.crs-unknown"));
        String next = get(list + "12,50,13,51&limit=1")
                .body("items.key", contains("corner-1"))
                .extract()
                .path("next");
        get(list + "12,50,13,51&limit=1&cursor=" + next)
                .body("items.key", contains("corner-2"))
                .body("next", nullValue());
    }

    @Test
    void searchesByAnArea() {
        String area = rectangle(14.05, 49.9, 14.25, 50.2);

        searchArea("{\"level\":\"by-area\",\"geometry\":" + area + "}")
                .statusCode(200)
                .body("items.key", contains("by-1", "by-2", "by-3"))
                .body("items[0].shareOfOther.toDouble()", closeTo(0.5, 1e-4))
                .body("items[1].shareOfOther.toDouble()", closeTo(1, 1e-6))
                .body("items[1].share.toDouble()", closeTo(1 / 6d, 1e-3))
                .body("items[1].areaSquareMetres.toDouble()", closeTo(79_700_000, 300_000));
        searchArea("{\"level\":\"by-area\",\"relation\":\"within\",\"geometry\":" + area + "}")
                .body("items.key", contains("by-2"));
        searchArea("{\"level\":\"by-area\",\"relation\":\"covers\",\"geometry\":"
                        + rectangle(14.12, 50.02, 14.13, 50.03) + "}")
                .body("items.key", contains("by-2"))
                .body("items[0].share.toDouble()", closeTo(1, 1e-6));
        searchArea("{\"level\":\"by-area\",\"crs\":\"EPSG:25833\",\"geometry\":"
                        + rectangle(438_000, 5_543_000, 440_000, 5_545_000) + "}")
                .body("items.key", contains("by-2"));
        String next = as(null).contentType("application/json")
                .body("{\"level\":\"by-area\",\"geometry\":" + area + "}")
                .post("spaces/search?limit=2")
                .path("next");
        as(null).contentType("application/json")
                .body("{\"level\":\"by-area\",\"geometry\":" + area + "}")
                .post("spaces/search?limit=2&cursor=" + next)
                .then()
                .body("items.key", contains("by-3"));
    }

    @Test
    void refusesAreasThatAreNone() {
        searchArea("{}").statusCode(400).body("errors[0].pointer", equalTo("/geometry"));
        searchArea("{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}")
                .statusCode(422)
                .body("errors[0].code", equalTo("geometry-type"));
        searchArea("{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[14,50],[15,51],[15,50],[14,51],[14,50]]]}}")
                .statusCode(422)
                .body("errors[0].code", equalTo("geometry-invalid"));
        searchArea("{\"relation\":\"near\",\"geometry\":" + rectangle(14, 50, 15, 51) + "}")
                .statusCode(400);
        searchArea("{\"crs\":\"EPSG:2180\",\"geometry\":" + rectangle(14, 50, 15, 51) + "}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/crs"));
        searchArea("{\"level\":\"never-heard-of\",\"geometry\":" + rectangle(14, 50, 15, 51) + "}")
                .statusCode(404);
        String ring = IntStream.rangeClosed(0, 60_000)
                .mapToObj(i -> {
                    double angle = i % 60_000 / 60_000d * 2 * Math.PI;
                    return "[" + (14 + 0.1 * Math.cos(angle)) + "," + (50 + 0.1 * Math.sin(angle)) + "]";
                })
                .collect(Collectors.joining(","));
        searchArea("{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}")
                .statusCode(422)
                .body("errors[0].code", equalTo("space.geometry-too-large"));
    }

    @Test
    void tellsWhatASpaceOverlaps() {
        putLevel("by-other", 43);
        importFile(
                "planner",
                collection(feature("other-1", "Pfarrei", rectangle(14.05, 50, 14.3, 50.1))),
                "{\"level\":\"by-other\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}");

        get("spaces/other-1/overlaps?level=by-area")
                .statusCode(200)
                .body("items.key", contains("by-1", "by-2", "by-3"))
                .body("items[0].share.toDouble()", closeTo(0.2, 1e-4))
                .body("items[0].shareOfOther.toDouble()", closeTo(0.5, 1e-4));
        get("spaces/by-1/overlaps?level=by-other").body("items.key", contains("other-1"));
        get("spaces/by-1/overlaps?level=by-area").body("items", empty());
        get("spaces/nobody/overlaps").statusCode(404);
        get("spaces/by-1/overlaps?level=never-heard-of").statusCode(404);
        get("spaces/by-1/overlaps?asOf=2005-12-31").statusCode(404);
        importFile("planner", "key;name\nother-2;Ohne", "{\"level\":\"by-other\",\"validFrom\":\"2006-01-01\"}");
        get("spaces/other-2/overlaps").statusCode(409).body("code", equalTo("space.no-boundary"));
    }

    private static ValidatableResponse searchArea(String body) {
        return as(null).contentType("application/json")
                .body(body)
                .post("spaces/search")
                .then();
    }
}
