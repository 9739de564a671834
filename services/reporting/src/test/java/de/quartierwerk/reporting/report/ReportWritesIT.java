package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.kit.testing.ConditionalWritesTest;
import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReportWritesIT extends ConditionalWritesTest {
    @Override
    protected Map<String, Supplier<Existing>> things() {
        return Map.of("publishReport", ReportWritesIT::completeReport);
    }

    @Override
    protected Set<String> conditionalPosts() {
        return Set.of("publishReport");
    }

    private static Existing completeReport() {
        Region region = Region.fresh().everything();
        String id = given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .contentType(ContentType.JSON)
                .body(Map.of("type", "monitoring", "area", region.district, "period", "2023"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().untilAsserted(() -> given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .get("/v1/reports/" + id)
                .then()
                .body("state", equalTo("COMPLETED")));
        return new Existing("planner", "/reporting/v1/reports/" + id + "/publication", "{\"note\":\"x\"}", false);
    }
}
