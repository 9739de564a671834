package de.quartierwerk.registry.ogc;

import static de.quartierwerk.registry.ogc.OgcClient.SPACES;
import static de.quartierwerk.registry.ogc.OgcClient.items;
import static de.quartierwerk.registry.ogc.OgcClient.key;
import static de.quartierwerk.registry.ogc.OgcClient.ogc;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.registry.RegistryClient;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OgcCoreIT {
    private static final String GRID = "ogc-core";
    private static boolean there;

    @BeforeEach
    void putGridOnce() {
        if (!there) {
            OgcClient.putGrid(GRID);
            there = true;
        }
    }

    @Test
    void leadsFromTheLandingPageToEverything() {
        ogc().get()
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Content-Type", startsWith("application/json"))
                .body("title", equalTo("Sozialräume"))
                .body("links.rel", hasItems("self", "alternate", "service-desc", "service-doc", "conformance", "data"))
                .body("links.find { it.rel == 'data' }.href", containsString("/registry/ogc/collections"))
                .body(
                        "links.find { it.rel == 'service-desc' }.type",
                        equalTo("application/vnd.oai.openapi+json;version=3.0"));
        ogc().get("/").then().statusCode(200);
        ogc().get("/conformance")
                .then()
                .statusCode(200)
                .body(
                        "conformsTo",
                        hasItems(
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
                                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs"));
    }

    @Test
    void describesItselfInOpenApi30() {
        ogc().accept("application/vnd.oai.openapi+json;version=3.0, application/json")
                .get("/api")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/vnd.oai.openapi+json;version=3.0")
                .body("openapi", equalTo("3.0.3"))
                .body("paths", hasKey("/collections/" + GRID + "/items"))
                .body("paths", hasKey("/collections/" + GRID + ".history/items/{featureId}"))
                .body("components.parameters.bbox.schema.minItems", equalTo(4))
                .body("components.parameters.bbox.schema.maxItems", equalTo(6))
                .body("servers[0].url", containsString("/registry/ogc"));
    }

    @Test
    void hasTwoCollectionsForALevel() {
        ogc().get("/collections").then().statusCode(200).body("collections.id", hasItems(GRID, GRID + ".history"));
        ogc().get("/collections/" + GRID)
                .then()
                .statusCode(200)
                .body("itemType", equalTo("feature"))
                .body("crs", hasSize(6))
                .body("storageCrs", equalTo(OgcClient.CRS84))
                .body("extent.spatial.bbox[0]", contains(13.3f, 52.4f, 13.42f, 52.5f))
                .body("extent.temporal.interval[0][0]", equalTo("2015-01-01T00:00:00Z"))
                .body("extent.temporal.interval[0][1]", nullValue())
                .body(
                        "links.find { it.rel == 'items' && it.type == 'application/geo+json' }.href",
                        containsString("/items"));
        ogc().get("/collections/none").then().statusCode(404).body("code", equalTo("ogc.collection-unknown"));
    }

    @Test
    void doesNotListALevelThatHasNoSpaceYet() {
        RegistryClient.putLevel("ogc-empty", 47);

        ogc().get("/collections").then().statusCode(200).body("collections.id", not(hasItem("ogc-empty")));
        ogc().get("/api").then().statusCode(200).body("paths", not(hasKey("/collections/ogc-empty/items")));
        items("ogc-empty").statusCode(200).body("numberMatched", equalTo(0)).body("features", hasSize(0));
    }

    @Test
    void showsDeclaredAttributesAndWhereLabelsStand() {
        RegistryClient.as("planner")
                .contentType("application/json")
                .body("{\"name\":\"Bereich\",\"rank\":60,\"attributes\":[{\"name\":\"built\",\"type\":\"date\"},"
                        + "{\"name\":\"people\",\"type\":\"integer\"}]}")
                .put("levels/ogc-declared")
                .then()
                .statusCode(201);
        items("ogc-declared").statusCode(200).body("numberMatched", equalTo(0));
        RegistryClient.putSpace(
                        "planner",
                        "ogc-declared-1",
                        null,
                        "{\"name\":\"Mit Merkmalen\",\"shortName\":\"Mit\",\"level\":\"ogc-declared\","
                                + "\"validFrom\":\"2019-01-01\",\"attributes\":{\"people\":12},\"geometry\":"
                                + RegistryClient.rectangle(13.3, 52.4, 13.4, 52.5) + "}")
                .statusCode(201);

        items("ogc-declared")
                .statusCode(200)
                .body("numberMatched", equalTo(1))
                .body("features[0].properties", hasKey("built"))
                .body("features[0].properties.built", nullValue())
                .body("features[0].properties.people", equalTo(12))
                .body("features[0].properties.shortName", equalTo("Mit"))
                .body("features[0].properties.labelLon", equalTo(13.35f))
                .body("features[0].properties.labelLat", equalTo(52.45f));
    }

    @Test
    void givesFeaturesWithFlatProperties() {
        RegistryClient.putSpace(
                        "planner",
                        "ogc-flat",
                        null,
                        "{\"name\":\"Flach\",\"level\":\"" + GRID
                                + "\",\"validFrom\":\"2019-01-01\",\"validTo\":\"2019-12-31\","
                                + "\"attributes\":{\"people\":12,\"name\":\"anders\",\"nested\":{\"a\":[1]},\"none\":null}}")
                .statusCode(201);

        items(GRID + ".history", "key", "ogc-flat")
                .statusCode(200)
                .header("Content-Type", startsWith("application/geo+json"))
                .header("Content-Crs", "<" + OgcClient.CRS84 + ">")
                .body("type", equalTo("FeatureCollection"))
                .body("numberMatched", equalTo(1))
                .body("numberReturned", equalTo(1))
                .body("timeStamp", notNullValue())
                .body("features[0].id", equalTo("ogc-flat@2019-01-01"))
                .body("features[0].geometry", nullValue())
                .body("features[0].properties.name", equalTo("Flach"))
                .body("features[0].properties.people", equalTo(12))
                .body("features[0].properties.'attribute.name'", equalTo("anders"))
                .body("features[0].properties.nested", equalTo("{\"a\":[1]}"))
                .body("features[0].properties.validTo", equalTo("2019-12-31"));
        items(GRID, "key", "ogc-flat")
                .statusCode(200)
                .body("features", hasSize(0))
                .body("numberMatched", equalTo(0));
    }

    @Test
    void walksThroughAllPagesAndBack() {
        List<String> forth = new ArrayList<>();
        JsonPath page =
                items(GRID, "limit", "50", "bbox", "13,52,14,53").extract().jsonPath();
        JsonPath last = page;
        int pages = 0;
        while (page != null) {
            pages++;
            last = page;
            forth.addAll(page.getList("features.id", String.class));
            assertThat(page.getInt("numberMatched")).isEqualTo(SPACES);
            String next = href(page, "next");
            assertThat(next == null || (next.contains("limit=50") && next.contains("bbox=13")))
                    .isTrue();
            page = next == null ? null : follow(next);
        }
        List<String> back = new ArrayList<>();
        for (String prev = href(last, "prev"); prev != null; prev = href(page, "prev")) {
            page = follow(prev);
            back.addAll(0, page.getList("features.id", String.class));
        }

        assertThat(pages).isEqualTo(3);
        assertThat(forth).hasSize(SPACES).doesNotHaveDuplicates().isSorted();
        assertThat(back).isEqualTo(forth.subList(0, 100));
    }

    @Test
    void cutsALimitThatIsTooLarge() {
        items(GRID, "limit", "100000000000000").statusCode(200).body("features", hasSize(SPACES));
        items(GRID, "limit", "7").statusCode(200).body("features", hasSize(7)).body("numberReturned", equalTo(7));
    }

    @Test
    void findsBoundariesInABoxNotBoxes() {
        RegistryClient.putLevel("ogc-corner", 60).statusCode(201);
        String corner = "{\"type\":\"Polygon\",\"coordinates\":[[[10,50],[11,50],[10,51],[10,50]]]}";
        OgcClient.put("ogc-corner", "2020-01-01", RegistryClient.feature("corner", "Ecke", corner));

        items("ogc-corner", "bbox", "10.8,50.8,10.9,50.9")
                .body("features", hasSize(0))
                .body("numberMatched", equalTo(0));
        items("ogc-corner", "bbox", "10.3,50.3,10.4,50.4").body("features.id", contains("corner@2020-01-01"));
        items("ogc-corner", "bbox", "10.3,50.3,-100,10.4,50.4,8000").body("features", hasSize(1));
        items("ogc-corner", "bbox", "10.2999999999999998,50.2999999999999972,10.4000000000000004,50.3999999999999986")
                .body("features", hasSize(1));
        items("ogc-corner", "bbox", "-1000,-500,1000,500").body("features", hasSize(1));
        items("ogc-corner", "bbox", "200,0,300,10").body("features", hasSize(0));
        items("ogc-corner", "bbox", "170,50,10.1,51").body("features", hasSize(1));
        items("ogc-corner", "bbox", "170,50,9,51").body("features", hasSize(0));
    }

    @Test
    void showsTheSpansOfATime() {
        RegistryClient.putLevel("ogc-time", 60).statusCode(201);
        String square = RegistryClient.rectangle(10, 50, 10.1, 50.1);
        String other = RegistryClient.rectangle(10, 50, 10.2, 50.1);
        OgcClient.put("ogc-time", "2006-01-01", RegistryClient.feature("t1", "Alt", square));
        OgcClient.put("ogc-time", "2021-01-01", RegistryClient.feature("t1", "Neu", other));

        items("ogc-time").body("features.id", contains("t1@2021-01-01"));
        items("ogc-time.history").body("features.id", contains("t1@2006-01-01", "t1@2021-01-01"));
        items("ogc-time", "datetime", "2010-06-01").body("features.id", contains("t1@2006-01-01"));
        items("ogc-time", "datetime", "2020-12-31T22:30:00Z").body("features.id", contains("t1@2006-01-01"));
        items("ogc-time", "datetime", "2020-12-31T23:30:00Z").body("features.id", contains("t1@2021-01-01"));
        items("ogc-time", "datetime", "2020-01-01/2022-01-01").body("features", hasSize(2));
        items("ogc-time", "datetime", "../2006-01-01").body("features.id", contains("t1@2006-01-01"));
        items("ogc-time", "datetime", "2021-01-01/").body("features.id", contains("t1@2021-01-01"));
        items("ogc-time", "datetime", "2005-12-31").body("features", hasSize(0));
        items("ogc-time.history", "datetime", "..").statusCode(400);
    }

    @Test
    void answersOneFeature() {
        String path = "/collections/" + GRID + "/items/" + key(GRID, 3) + "@2015-01-01";

        ogc().get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/geo+json"))
                .header("ETag", notNullValue())
                .body("id", equalTo(key(GRID, 3) + "@2015-01-01"))
                .body("geometry.coordinates[0][0]", contains(13.33f, 52.4f))
                .body("links.rel", hasItems("self", "collection", "alternate"));
        for (String unknown :
                List.of(key(GRID, 3), key(GRID, 3) + "@2016-01-01", "x@2015-01-01", "@", "a@2015-13-01")) {
            ogc().get("/collections/" + GRID + "/items/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("ogc.feature-unknown"));
        }
    }

    @Test
    void filtersByProperties() {
        items(GRID, "name", "Feld Ä7").body("features.properties.key", contains(key(GRID, 7)));
        items(GRID, "key", key(GRID, 8)).body("features.properties.key", contains(key(GRID, 8)));
        items(GRID, "parent", "nobody").statusCode(200).body("features", hasSize(0));
    }

    @Test
    void hasNoOtherAddress() {
        given().get("/registry/v1/ogc/collections").then().statusCode(404);
        given().get("/registry/ogcx").then().statusCode(404);
        given().get("/registry/openapi?format=json").then().body(not(containsString("/ogc")));
        ogc().post("/collections").then().statusCode(405);
        ogc().accept("application/xml").get("/collections").then().statusCode(406);
    }

    private static String href(JsonPath page, String rel) {
        return page.getString("links.find { it.rel == '" + rel + "' }.href");
    }

    private static JsonPath follow(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
