package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.EPSG;
import static de.quartierwerk.registry.ogc.OgcClient.SPACES;
import static de.quartierwerk.registry.ogc.OgcClient.key;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.registry.Gdal;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that people have: GDAL itself, and the calls that QGIS makes. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OgcClientsIT {
    private static final String GRID = "ogc-clients";
    private static boolean there;

    @BeforeEach
    void putGridOnce() {
        if (!there) {
            OgcClient.putGrid(GRID);
            there = true;
        }
    }

    @Test
    void gdalReadsEveryFeaturePageByPage() throws IOException {
        Gdal.assumeThere();

        String info = Gdal.run(Map.of(), "ogrinfo", "-ro", "-so", "-oo", "PAGE_SIZE=50", source(), GRID);

        assertThat(info)
                .contains("Feature Count: " + SPACES)
                .contains("Extent: (13.300000, 52.400000) - (13.420000, 52.500000)")
                .contains("validFrom: Date");
        String names = Gdal.run(Map.of(), "ogrinfo", "-ro", "-q", "-oo", "PAGE_SIZE=50", source(), GRID);
        assertThat(names.split("OGRFeature\\(", -1)).hasSize(SPACES + 1);
    }

    @Test
    void gdalReadsWhatLiesInABox(@TempDir Path folder) throws IOException {
        Gdal.assumeThere();
        Path file = folder.resolve("out.geojson");

        Gdal.run(
                Map.of(),
                "ogr2ogr",
                "-spat",
                "13.331",
                "52.411",
                "13.359",
                "52.439",
                "-oo",
                "PAGE_SIZE=50",
                "-f",
                "GeoJSON",
                file.toString(),
                source(),
                GRID);

        JsonPath features = JsonPath.from(Files.readString(file));
        assertThat(features.getList("features")).hasSize(9);
        assertThat(features.getList("features.properties.key", String.class)).contains(key(GRID, 15), key(GRID, 41));
    }

    @Test
    void answersTheCallsOfQgis() {
        String root = root();
        String json = "application/json";
        JsonPath landing =
                given().accept(json).get(root).then().statusCode(200).extract().jsonPath();
        String api = landing.getString("links.find { it.rel == 'service-desc' }.href");
        given().accept(
                        "application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json")
                .get(api)
                .then()
                .statusCode(200)
                .body(
                        "paths.'/collections/" + GRID + "/items'.get.parameters.'$ref'",
                        hasItem("#/components/parameters/limit"))
                .body("components.parameters.limit.schema.maximum", is(1000));
        given().accept(json)
                .get(landing.getString("links.find { it.rel == 'conformance' }.href"))
                .then()
                .body("conformsTo", hasItem("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"));
        given().accept(json)
                .get(landing.getString("links.find { it.rel == 'data' }.href"))
                .then()
                .body("collections.id", hasItem(GRID));
        String items = root + "/collections/" + GRID + "/items";
        String geoJson = "application/geo+json, application/json";
        given().accept(geoJson).get(items + "?limit=10").then().statusCode(200).body("features", hasSize(10));

        String box = "385000.12318765432,5808500.1098765432,388000.00000000012,5811499.9999999991";
        List<String> found = new ArrayList<>();
        String next = items + "?limit=2&crs=" + EPSG + "25833&bbox-crs=" + EPSG + "25833&bbox=" + box;
        while (next != null) {
            JsonPath page = given().urlEncodingEnabled(false)
                    .accept(geoJson)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .header("Content-Crs", "<" + EPSG + "25833>")
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("features.id", String.class));
            next = page.getString("links.find { it.rel == 'next' }.href");
        }

        assertThat(found).hasSizeGreaterThan(4).doesNotHaveDuplicates().hasSizeLessThan(SPACES);
    }

    @Test
    void givesAndTakesTheCoordinatesOfEachSystemInItsOrder() {
        Map<String, double[]> corner = Map.of(
                "25833", new double[] {384341.4486, 5806888.477},
                "3857", new double[] {1480549.2276, 6872776.2537},
                "4326", new double[] {52.4, 13.3},
                "4258", new double[] {52.4, 13.3});
        corner.forEach((code, position) -> {
            double size = code.startsWith("4") ? 0.0001 : 5;
            String box = position[0] + "," + position[1] + "," + (position[0] + size) + "," + (position[1] + size);
            double near = code.startsWith("4") ? 1e-7 : 0.02;
            given().config(RestAssured.config()
                            .jsonConfig(io.restassured.config.JsonConfig.jsonConfig()
                                    .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE)))
                    .basePath("/registry/ogc")
                    .queryParam("crs", EPSG + code)
                    .queryParam("bbox-crs", EPSG + code)
                    .queryParam("bbox", box)
                    .get("/collections/" + GRID + "/items")
                    .then()
                    .statusCode(200)
                    .header("Content-Crs", "<" + EPSG + code + ">")
                    .body("features.properties.key", is(List.of(key(GRID, 0))))
                    .body("features[0].geometry.coordinates[0][0][0]", closeTo(position[0], near))
                    .body("features[0].geometry.coordinates[0][0][1]", closeTo(position[1], near));
        });
    }

    private static String root() {
        return "http://127.0.0.1:" + RestAssured.port + "/registry/ogc";
    }

    private static String source() {
        return "OAPIF:" + root();
    }
}
