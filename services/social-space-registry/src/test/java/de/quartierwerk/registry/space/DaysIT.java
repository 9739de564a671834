package de.quartierwerk.registry.space;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days before 1800 and after 2200 are slips of the pen, wherever somebody writes them. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DaysIT {
    @BeforeEach
    void level() {
        putLevel("days-area", 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spaces?asOf={day}",
                "spaces/D1?asOf={day}",
                "spaces/D1/overlaps?level=days-area&asOf={day}",
                "spaces/export?level=days-area&asOf={day}",
                "quality?level=days-area&asOf={day}",
                "spaces/locate?lon=13&lat=52&level=days-area&asOf={day}"
            })
    void refusesThemInParameters(String path) {
        for (String day : new String[] {"0001-01-01", "1799-12-31", "2201-01-01", "9999-12-31"}) {
            as("planner")
                    .accept("*/*")
                    .get(path, day)
                    .then()
                    .statusCode(400)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("day.out-of-range"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | spaces/D1 | {'name':'A','level':'days-area','validFrom':'1799-12-31'} | /validFrom",
                "PUT | spaces/D1 | {'name':'A','level':'days-area','validFrom':'2020-01-01','validTo':'2201-01-01'} | /validTo",
                "POST | spaces/locate | {'level':'days-area','asOf':'1799-12-31','points':[{'id':'1','x':13,'y':52}]} | /asOf",
                "POST | spaces/search | {'level':'days-area','asOf':'2201-01-01','relation':'intersects','geometry':"
                        + "{'type':'Polygon','coordinates':[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]}} | /asOf"
            })
    void refusesThemInBodies(String method, String path, String body, String pointer) {
        as("planner")
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .request(method, path)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(java.util.List.of(pointer)))
                .body("errors[0].code", equalTo("day.out-of-range"));
    }

    /** The first and the last day that the registry takes, and intervals without an end. */
    @ParameterizedTest
    @ValueSource(strings = {"1800-01-01", "2200-12-31", "1800-01-01/..", "../2200-12-31", "../..", "/2020-01-01"})
    void takesIntervalsOfTheOtherInterfaceWithoutAnEnd(String datetime) {
        as(null).basePath("/registry/ogc")
                .queryParam("datetime", datetime)
                .get("collections/days-area/items")
                .then()
                .statusCode(200);
    }
}
