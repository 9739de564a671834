package de.quartierwerk.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.reporting.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page of a report is made once, however many ask for it. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ReportLoadIT {
    private static final int PAGES = 300;
    private static final int AT_ONCE = 100;

    @Test
    void threeHundredPagesByAHundredAtOnce() {
        Region region = Region.fresh().everything();
        String report = finished(region.district);
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/reporting/v1/reports/" + report + "/document"))
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + Tokens.of("planner"))
                .timeout(Duration.ofSeconds(60))
                .build();
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);

        List<HttpResponse<String>> pages = IntStream.range(0, PAGES)
                .mapToObj(page -> CompletableFuture.supplyAsync(() -> send(client, request), readers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        readers.shutdown();
        assertThat(pages).allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
        assertThat(pages.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(pages.get(0).body()).contains("<html lang=\"de\">", region.district);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String finished(String area) {
        String id = given().header("Authorization", "Bearer " + Tokens.of("planner"))
                .contentType("application/json")
                .body("{\"type\":\"monitoring\",\"area\":\"" + area + "\",\"period\":\"2023\"}")
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> given().header("Authorization", "Bearer " + Tokens.of("planner"))
                        .get("/v1/reports/" + id)
                        .then()
                        .body("state", equalTo("COMPLETED")));
        return id;
    }
}
