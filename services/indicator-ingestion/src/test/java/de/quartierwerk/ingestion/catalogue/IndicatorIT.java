package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions of single indicators and their versions. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class IndicatorIT {
    @Test
    void aChangedDefinitionBecomesTheNextVersion() {
        write("versioned", definition("Erste"), null).then().statusCode(201).header("ETag", is("\"1\""));
        write("versioned", definition("Erste"), null).then().statusCode(200).header("ETag", is("\"1\""));

        write("versioned", definition("Zweite"), "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("version", is(2));

        Api.as(null)
                .get("/indicators/versioned")
                .then()
                .header("ETag", is("\"2\""))
                .body(
                        "name", is("Zweite"),
                        "polarity", is("neutral"),
                        "minimumCount", is(3));
        Api.as(null).get("/indicators/versioned?version=1").then().body("name", is("Erste"), "version", is(1));
        Api.as(null).get("/indicators/versioned/versions").then().body("items.name", is(List.of("Erste", "Zweite")));
        Api.as(null).get("/indicators?q=VERSIONED zweite").then().body("items.code", is(List.of("versioned")));
        Api.as(null)
                .get("/indicators/versioned?version=3")
                .then()
                .statusCode(404)
                .body("code", is("indicator.version-unknown"));
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        write("stale", definition("Erste"), null).then().statusCode(201);
        write("stale", definition("Zweite"), null).then().statusCode(200);

        write("stale", definition("Dritte"), "\"1\"").then().statusCode(412).body("code", is("precondition.failed"));
        write("stale-new", definition("Neu"), "\"1\"").then().statusCode(412).body("code", is("precondition.absent"));

        Api.as(null).get("/indicators/stale").then().body("name", is("Zweite"));
        Api.as(null).get("/indicators/stale-new").then().statusCode(404);
    }

    @Test
    void unknownFieldsAndWrongNumbersAreRefusedAtTheirPlace() {
        Response unknown =
                write("strict", "{\"name\":\"x\",\"unit\":\"persons\",\"kind\":\"count\",\"colour\":1}", null);
        Response wrong =
                write("strict", "{\"name\":\"x\",\"unit\":\"persons\",\"kind\":\"count\",\"minimumCount\":0}", null);

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.<String>path("errors[0].code")).isEqualTo("json.unknown-field");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.<String>path("errors[0].pointer")).isEqualTo("/minimumCount");
    }

    private static Map<String, Object> definition(String name) {
        return Map.of("name", name, "unit", "persons", "kind", "count");
    }

    private static Response write(String code, Object definition, String ifMatch) {
        var request = Api.as("steward").contentType("application/json").body(definition);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/indicators/" + code);
    }
}
