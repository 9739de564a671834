package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Export and import of the catalogue as a whole. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CatalogueIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void oneCallLoadsTheShippedCatalogue() {
        JsonPath tried = Api.as("steward")
                .post("/catalogue/shipped?dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(tried.getMap("counts"))
                .isEqualTo(Map.of("received", 141, "created", 141, "updated", 0, "unchanged", 0));
        Api.as(null).get("/indicators/child-poverty-rate").then().statusCode(404);

        JsonPath loaded = Api.as("steward")
                .post("/catalogue/shipped")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(loaded.getMap("counts")).isEqualTo(tried.getMap("counts"));
        assertThat(loaded.getString("hash"))
                .isEqualTo(tried.getString("hash"))
                .isEqualTo(Api.as(null).get("/catalogue/shipped").path("hash"));
        Api.as(null)
                .get("/indicators/child-poverty-rate")
                .then()
                .statusCode(200)
                .body(
                        "version", is(1),
                        "name", is("Kinderarmutsquote"),
                        "englishName", is("Child poverty rate"),
                        "numerator", is("sgb2-children"),
                        "denominator", is("population-under-15"),
                        "references", hasItem("KGSt, Materialien 4/2009: Sozialmonitoring"));
        assertThat(TestEvents.received(Topics.INDICATOR, EventTypes.INDICATOR_DEFINED))
                .anyMatch(event -> event.key().equals("child-poverty-rate"));
        Api.as("steward")
                .post("/catalogue/shipped")
                .then()
                .body("counts.unchanged", is(141), "counts.created", is(0), "version", is(loaded.getInt("version")));
        Api.as("steward")
                .contentType("application/json")
                .body(Api.as(null).get("/catalogue/shipped").asString())
                .post("/catalogue")
                .then()
                .statusCode(200)
                .body("counts.unchanged", is(141), "hash", is(loaded.getString("hash")));
        Api.as(null)
                .get("/catalogue/themes")
                .then()
                .body("items.code", hasItems("housing", "minimum-income"), "items.name", hasItem("Mindestsicherung"));
        Api.as("auditor").get("/audit?subject=catalogue").then().body("items.action", hasItem("catalogue-imported"));
    }

    @Test
    void theImportOfAnExportChangesNothing() throws IOException {
        Api.indicator("package-a", "count", "persons");
        ObjectNode exported =
                (ObjectNode) JSON.readTree(Api.as(null).get("/catalogue").asString());
        assertThat(exported.get("format").asText()).isEqualTo("quartierwerk-catalogue-1");
        assertThat(exported.get("indicators").has("registry:area-km2")).isFalse();

        take(exported, "?dryRun=true")
                .statusCode(200)
                .body("hash", is(exported.get("hash").asText()), "counts.updated", is(0), "counts.created", is(0));

        ObjectNode changed = exported.deepCopy();
        ((ObjectNode) changed.get("indicators").get("package-a")).put("contact", "statistik@kreis.example");
        take(changed, "").statusCode(422).body("code", is("catalogue.hash"), "errors[0].pointer", is("/hash"));
        changed.remove("hash");
        take(changed, "").statusCode(200).body("counts.updated", is(1));
        Api.as(null)
                .get("/indicators/package-a")
                .then()
                .body("version", is(2), "contact", is("statistik@kreis.example"));
    }

    @Test
    void oneFaultKeepsTheWholeImportOut() throws IOException {
        JsonNode faulty = JSON.readTree("""
                {"format":"quartierwerk-catalogue-1","indicators":{
                  "package-good":{"name":"x","unit":"persons","kind":"count"},
                  "package-loop-a":{"name":"x","unit":"persons","kind":"count","formula":"[package-loop-b]"},
                  "package-loop-b":{"name":"x","unit":"persons","kind":"count","formula":"[package-loop-a]"}}}""");
        take(faulty, "")
                .statusCode(422)
                .body(
                        "code",
                        is("catalogue.invalid"),
                        "errors.pointer",
                        is(List.of("/indicators/package-loop-a/formula")),
                        "errors.code",
                        is(List.of("indicator.cycle")));
        JsonNode worse = JSON.readTree("""
                {"format":"quartierwerk-catalogue-1","indicators":{
                  "package-good":{"name":"x","unit":"persons","kind":"count"},
                  "package-share":{"name":"x","unit":"percent","kind":"ratio","numerator":"package-good",
                    "denominator":"registry:area-km2"},
                  "package-lost":{"name":"x","unit":"percent","kind":"ratio","formula":"[package-gone] * 2"},
                  "registry:area-km2":{"name":"x","unit":"km2","kind":"index"}}}""");
        take(worse, "?dryRun=true")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/indicators/package-lost/formula",
                                "/indicators/package-share/denominator",
                                "/indicators/registry:area-km2")),
                        "errors.code",
                        is(List.of("indicator.unknown", "indicator.unit-of-share", "indicator.built-in")));
        Api.as(null).get("/indicators/package-good").then().statusCode(404);
    }

    @Test
    void refusesAnotherUnitThatDoesNotFitOthers() {
        Api.indicator("unit-people", "count", "persons");
        Api.indicator("unit-all", "count", "persons");
        Api.indicator(
                "unit-share",
                Map.of(
                        "name",
                        "x",
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "numerator",
                        "unit-people",
                        "denominator",
                        "unit-all"));

        Api.as("steward")
                .contentType("application/json")
                .body(Map.of("name", "x", "unit", "km2", "kind", "count"))
                .put("/indicators/unit-all")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/unit"), "errors[0].code", is("indicator.unit-used"));
    }

    @Test
    void importsNeedTheWholeInstallation() {
        Api.as("steward-elsewhere")
                .post("/catalogue/shipped")
                .then()
                .statusCode(403)
                .body("code", is("area.forbidden"));
    }

    @Test
    void anImportOfAnOlderCatalogueChangesNothing() throws IOException {
        Api.indicator("package-stale", "count", "persons");
        Response exported = Api.as("steward").get("/catalogue");
        String content = exported.asString();
        Api.indicator("package-stale-other", "count", "persons");

        Api.as("steward")
                .header("If-Match", exported.header("ETag"))
                .contentType("application/json")
                .body(content)
                .post("/catalogue")
                .then()
                .statusCode(412)
                .body("code", is("precondition.failed"));
        Api.as("steward")
                .header("If-Match", Api.as("steward").get("/catalogue").header("ETag"))
                .contentType("application/json")
                .body(content)
                .post("/catalogue")
                .then()
                .statusCode(200)
                .body("counts.updated", is(0), "counts.created", is(0));
    }

    @Test
    void themesAreListedWithTheirIndicators() throws IOException {
        Api.indicator("theme-a", Map.of("name", "x", "unit", "persons", "kind", "count", "theme", "theme-named"));
        Api.indicator("theme-b", Map.of("name", "x", "unit", "persons", "kind", "count", "theme", "theme-named"));
        take(JSON.readTree("""
                        {"format":"quartierwerk-catalogue-1","themes":{"theme-alone":{"name":"Allein"}},"indicators":{}}"""), "").statusCode(200);

        JsonPath themes = Api.as(null).get("/catalogue/themes").jsonPath();

        assertThat(themes.getMap("items.find { it.code == 'theme-named' }"))
                .isEqualTo(Map.of("code", "theme-named", "name", "theme-named", "indicators", 2));
        assertThat(themes.getMap("items.find { it.code == 'theme-alone' }"))
                .isEqualTo(Map.of("code", "theme-alone", "name", "Allein", "indicators", 0));
        Api.as(null).get("/indicators?theme=theme-named").then().body("items.code", is(List.of("theme-a", "theme-b")));
        Api.as(null).get("/indicators?theme=theme-gone").then().statusCode(404).body("code", is("theme.unknown"));
    }

    private static ValidatableResponse take(JsonNode content, String query) {
        return Api.as("steward")
                .contentType("application/json")
                .body(content.toString())
                .post("/catalogue" + query)
                .then();
    }
}
