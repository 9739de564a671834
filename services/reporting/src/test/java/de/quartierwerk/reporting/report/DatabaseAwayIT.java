package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections are cut while a report is made: it ends as if nothing had happened. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DatabaseAwayIT {
    /** A region that has arrived: reads catch up with everything that was sent. */
    private static Region arrived() {
        Region region = Region.fresh().everything();
        given().get("/v1/spaces/" + region.space(1, 1) + "/profile?period=2023")
                .then()
                .statusCode(200)
                .body("indicators.size()", equalTo(1));
        return region;
    }

    private static String request(Region region) {
        return given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .contentType(ContentType.JSON)
                .body(Map.of("type", "monitoring", "area", region.district, "period", "2023"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void awaitComplete(String id, Region region) {
        await().atMost(Duration.ofSeconds(50))
                .ignoreExceptions()
                .untilAsserted(() -> given().header("Authorization", "Bearer " + Tokens.of("planner"))
                        .get("/v1/reports/" + id)
                        .then()
                        .statusCode(200)
                        .body("failure", nullValue())
                        .body("state", equalTo("COMPLETED"))
                        .body("progress.done", equalTo(4)));
        given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .get("/v1/reports/" + id + "/document")
                .then()
                .statusCode(200)
                .body("area.key", equalTo(region.district))
                .body("spaces.size()", equalTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public_value", "report_document"})
    void aReportThatStandsAtATableIsBegunAgain(String table) throws SQLException {
        Region region = arrived();
        try (DatabaseCuts database = new DatabaseCuts()) {
            database.hold(table);
            String id = request(region);

            for (int i = 0; i < 3; i++) {
                database.cutWhereItWaitsFor(table);
            }
            database.release();

            awaitComplete(id, region);
        }
    }

    @Test
    void aReportOutlivesTheLossOfAllConnections() throws SQLException {
        Region region = arrived();
        try (DatabaseCuts database = new DatabaseCuts()) {
            String id = request(region);

            for (int i = 0; i < 5; i++) {
                await().pollDelay(Duration.ofMillis(40)).until(() -> database.cutAll() >= 0);
            }

            awaitComplete(id, region);
        }
    }
}
