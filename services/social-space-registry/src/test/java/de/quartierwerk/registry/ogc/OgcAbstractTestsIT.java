package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.CRS84;
import static de.quartierwerk.registry.ogc.OgcClient.EPSG;
import static de.quartierwerk.registry.ogc.OgcClient.SPACES;
import static de.quartierwerk.registry.ogc.OgcClient.items;
import static de.quartierwerk.registry.ogc.OgcClient.ogc;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The abstract tests of OGC API - Features Part 1 (17-069r4, annex A) and Part 2 (18-058r1, annex A) by their numbers.
 * The OGC's executable suite, which carries them out, cannot be had as a library.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OgcAbstractTestsIT {
    private static final String GRID = "ogc-abstract";
    private static final List<String> SYSTEMS =
            List.of(CRS84, EPSG + "4326", EPSG + "4258", EPSG + "3857", EPSG + "25832", EPSG + "25833");
    private static boolean there;

    @BeforeEach
    void putGridOnce() {
        if (!there) {
            OgcClient.putGrid(GRID);
            there = true;
        }
    }

    @Test
    @DisplayName("Core 3, 4: landing page")
    void landingPage() {
        ogc().get()
                .then()
                .statusCode(200)
                .body("links.rel", hasItems("service-desc", "service-doc", "conformance", "data"))
                .body("links.href", everyItem(startsWith("http")))
                .body("links.type", everyItem(notNullValue()));
    }

    @Test
    @DisplayName("Core 5, 6: API definition")
    void apiDefinition() {
        JsonPath landing = ogc().get().jsonPath();
        for (String rel : List.of("service-desc", "service-doc")) {
            given().accept(landing.getString("links.find { it.rel == '" + rel + "' }.type"))
                    .get(landing.getString("links.find { it.rel == '" + rel + "' }.href"))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(landing.getString("links.find { it.rel == '" + rel + "' }.type")));
        }
    }

    @Test
    @DisplayName("Core 7, 8: conformance")
    void conformance() {
        ogc().get("/conformance").then().statusCode(200).body("conformsTo", hasSize(5));
    }

    @Test
    @DisplayName("Core 9, 10, 11, 12: collections")
    void collections() {
        JsonPath all =
                ogc().get("/collections").then().statusCode(200).extract().jsonPath();

        assertThat(all.getList("links.rel", String.class)).contains("self", "alternate");
        for (Map<String, Object> collection : all.<Map<String, Object>>getList("collections")) {
            ogc().get("/collections/" + collection.get("id"))
                    .then()
                    .statusCode(200)
                    .body("$", equalTo(collection))
                    .body("links.findAll { it.rel == 'items' }.type", hasItems("application/geo+json", "text/html"))
                    .body("itemType", equalTo("feature"));
        }
    }

    @Test
    @DisplayName("Core 2, 13, 22 to 26: features")
    void features() {
        Instant before = Instant.now().minusSeconds(2);
        JsonPath page = items(GRID, "limit", "30").statusCode(200).extract().jsonPath();

        assertThat(page.getString("type")).isEqualTo("FeatureCollection");
        assertThat(page.getList("features")).hasSize(30);
        assertThat(page.getInt("numberReturned")).isEqualTo(30);
        assertThat(page.getInt("numberMatched")).isEqualTo(SPACES);
        assertThat(Instant.parse(page.getString("timeStamp")))
                .isBetween(before, Instant.now().plusSeconds(1));
        assertThat(page.getList("links.rel", String.class)).contains("self", "alternate", "next");
        assertThat(page.getList("features.geometry.coordinates.flatten()", Float.class))
                .allMatch(number -> (number >= 13.3f && number <= 13.43f) || (number >= 52.4f && number <= 52.51f));
    }

    @Test
    @DisplayName("Core 14, 16, 18: definition of the parameters")
    void definitionOfParameters() {
        ogc().get("/api")
                .then()
                .body("components.parameters.bbox.in", equalTo("query"))
                .body("components.parameters.bbox.required", equalTo(false))
                .body("components.parameters.bbox.schema.type", equalTo("array"))
                .body("components.parameters.bbox.schema.minItems", equalTo(4))
                .body("components.parameters.bbox.schema.maxItems", equalTo(6))
                .body("components.parameters.bbox.schema.items.type", equalTo("number"))
                .body("components.parameters.bbox.style", equalTo("form"))
                .body("components.parameters.bbox.explode", equalTo(false))
                .body("components.parameters.limit.schema.type", equalTo("integer"))
                .body("components.parameters.limit.schema.minimum", equalTo(1))
                .body("components.parameters.limit.schema.maximum", equalTo(1000))
                .body("components.parameters.datetime.schema.type", equalTo("string"))
                .body("components.parameters.datetime.style", equalTo("form"))
                .body("components.parameters.datetime.explode", equalTo(false));
    }

    @Test
    @DisplayName("Core 15, 17, 19: what the parameters find")
    void whatTheParametersFind() {
        items(GRID, "bbox", "13.301,52.401,13.309,52.409").body("numberMatched", equalTo(1));
        items(GRID, "bbox", "100,0,120,40").body("numberMatched", equalTo(0));
        items(GRID, "limit", "1").body("features", hasSize(1));
        items(GRID, "datetime", "2015-01-01T12:00:00Z/2016-01-01T00:00:00Z").body("numberMatched", equalTo(SPACES));
        items(GRID, "datetime", "2014-12-31").body("numberMatched", equalTo(0));
    }

    @Test
    @DisplayName("Core 20, 21: invalid and unknown parameters")
    void invalidAndUnknownParameters() {
        items(GRID, "limit", "0").statusCode(400);
        items(GRID, "bbox", "1,2,3").statusCode(400);
        items(GRID, "unknownQueryParameter", "1").statusCode(400);
    }

    @Test
    @DisplayName("Core 27, 28, 29: one feature")
    void oneFeature() {
        for (String id : items(GRID, "limit", "3").extract().jsonPath().getList("features.id", String.class)) {
            ogc().get("/collections/" + GRID + "/items/" + id)
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("Feature"))
                    .body("id", equalTo(id))
                    .body("links.rel", hasItems("self", "alternate", "collection"));
        }
    }

    @Test
    @DisplayName("CRS 1, 2, 3: systems of the collections")
    void systemsOfCollections() {
        ogc().get("/collections")
                .then()
                .body("collections.crs", everyItem(equalTo(SYSTEMS)))
                .body("collections.storageCrs", everyItem(in(SYSTEMS)));
    }

    @ParameterizedTest
    @DisplayName("CRS 4, 7: the parameter crs")
    @ValueSource(strings = {"4326", "4258", "3857", "25832", "25833"})
    void theParameterCrs(String code) {
        String crs = EPSG + code;
        JsonPath page = items(GRID, "crs", crs, "limit", "2")
                .statusCode(200)
                .header("Content-Crs", "<" + crs + ">")
                .extract()
                .jsonPath();
        ogc().queryParam("crs", crs)
                .get("/collections/" + GRID + "/items/" + page.getString("features[0].id"))
                .then()
                .statusCode(200)
                .header("Content-Crs", "<" + crs + ">")
                .body("geometry", equalTo(page.getMap("features[0].geometry")));
        String next = page.getString("links.find { it.rel == 'next' }.href");
        given().urlEncodingEnabled(false).get(next).then().header("Content-Crs", "<" + crs + ">");
    }

    @Test
    @DisplayName("CRS 5, 6: invalid and absent crs")
    void invalidAndAbsentCrs() {
        String id = items(GRID, "limit", "1")
                .header("Content-Crs", "<" + CRS84 + ">")
                .extract()
                .path("features[0].id");
        items(GRID, "crs", CRS84 + "0").statusCode(400);
        ogc().queryParam("crs", EPSG + "0")
                .get("/collections/" + GRID + "/items/" + id)
                .then()
                .statusCode(400);
        ogc().get("/collections/" + GRID + "/items/" + id).then().header("Content-Crs", "<" + CRS84 + ">");
    }

    @Test
    @DisplayName("CRS 8, 9, 10: the parameter bbox-crs")
    void theParameterBboxCrs() {
        List<String> found =
                items(GRID, "bbox", "13.321,52.421,13.339,52.439").extract().path("features.id");
        items(GRID, "bbox", "52.421,13.321,52.439,13.339", "bbox-crs", EPSG + "4326")
                .body("features.id", equalTo(found));
        items(GRID, "bbox", "13.321,52.421,13.339,52.439", "bbox-crs", CRS84).body("features.id", equalTo(found));
        items(GRID, "bbox", "385791,5809179,387043,5811152", "bbox-crs", EPSG + "25833")
                .body("features.id", hasItem(found.get(0)));
        items(GRID, "bbox", "1,2,3,4", "bbox-crs", EPSG + "0").statusCode(400);
    }
}
