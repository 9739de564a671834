package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stored mappings and their versions. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProfileIT {
    @Test
    void aChangedMappingBecomesTheNextVersion() {
        write("profile-a", "{\"layout\":\"long\",\"level\":\"a\"}", null)
                .then()
                .statusCode(201)
                .header("ETag", is("\"1\""));
        write("profile-a", "{\"level\":\"a\",\"layout\":\"long\"}", null)
                .then()
                .statusCode(200)
                .body("version", is(1));

        write("profile-a", "{\"layout\":\"long\",\"level\":\"b\"}", "\"1\"")
                .then()
                .statusCode(200)
                .body("version", is(2), "mapping.level", is("b"));

        write("profile-a", "{\"layout\":\"long\",\"level\":\"c\"}", "\"1\"")
                .then()
                .statusCode(412);
        Api.as(null)
                .get("/profiles/profile-a")
                .then()
                .header("ETag", is("\"2\""))
                .body("mapping.level", is("b"));
        Api.as(null).get("/profiles?limit=1000").then().body("items.code", hasItem("profile-a"));
    }

    @Test
    void columnsKeepTheirOrder() {
        write("profile-order", """
                {"layout":"wide","spaceColumn":"raum","columns":{"z":{"indicator":"i1"},"a":{"indicator":"i2"},"mm":{"indicator":"i3"}}}""", null).then().statusCode(201);

        Response read = Api.as(null).get("/profiles/profile-order");

        assertThat(new ArrayList<>(read.jsonPath().getMap("mapping.columns").keySet()))
                .isEqualTo(List.of("z", "a", "mm"));
    }

    private static Response write(String code, String mapping, String ifMatch) {
        var request = Api.as("steward").contentType("application/json").body(mapping);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/profiles/" + code);
    }
}
