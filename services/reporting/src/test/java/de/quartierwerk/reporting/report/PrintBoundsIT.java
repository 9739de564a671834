package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report that cannot be printed stays a draft. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
@TestProfile(PrintBoundsIT.OnePage.class)
class PrintBoundsIT {
    /** A printer for one page. */
    public static final class OnePage implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quartierwerk.reporting.print.most-pages", "1");
        }
    }

    private static RequestSpecification planner() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + Tokens.of("planner"));
    }

    @Test
    void staysADraftThatSaysWhatToLeaveOut() {
        Region region = Region.fresh().everything();
        String id = planner()
                .body(Map.of("type", "monitoring", "area", region.district, "period", "2023"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().untilAsserted(() -> planner().get("/v1/reports/" + id).then().body("state", equalTo("COMPLETED")));

        planner()
                .body(Map.of())
                .post("/v1/reports/" + id + "/publication")
                .then()
                .statusCode(422)
                .body("code", equalTo("report.too-large"))
                .body("detail", containsString("höchstens 1 "))
                .body("detail", containsString("„area“"));
        planner().get("/v1/reports/" + id).then().body("publishedAt", nullValue());
        planner().get("/v1/reports/" + id + "/document?format=pdf").then().statusCode(422);
        planner().get("/v1/reports/" + id + "/document?format=html").then().statusCode(200);
        given().get("/v1/reports/" + id).then().statusCode(404);
    }
}
