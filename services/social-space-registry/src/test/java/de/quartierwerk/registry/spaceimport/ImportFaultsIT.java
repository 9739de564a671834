package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.collection;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.feature;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static de.quartierwerk.registry.RegistryClient.rectangle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests beyond all measure are refused with the place of the fault. The plain client of the JDK sends them, since
 * REST Assured would also print them.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ImportFaultsIT {
    private static final String DEEP = "[".repeat(200_000);
    private static final String OPTIONS =
            "{\"level\":\"fault-area\",\"keyProperty\":\"id\",\"validFrom\":\"2006-01-01\"}";

    @BeforeEach
    void level() {
        putLevel("fault-area", 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"features", "other"})
    void refusesDeepBracketsInFiles(String member) throws Exception {
        HttpResponse<String> response = upload(
                "filename=\"a.geojson\"", "{\"type\":\"FeatureCollection\",\n\"" + member + "\":" + DEEP, OPTIONS);

        assertThat(response.statusCode()).isEqualTo(422);
        JsonPath problem = JsonPath.from(response.body());
        assertThat(problem.getString("code")).isEqualTo("import.json-limit-exceeded");
        assertThat(problem.getInt("errors[0].line")).isEqualTo(2);
        assertThat(problem.getInt("errors[0].column")).isBetween(1_000, 1_100);
    }

    @Test
    void leavesOutARowWithATextOf25Megabytes() throws Exception {
        String name = "x".repeat(25_000_000);

        HttpResponse<String> response =
                upload("filename=\"a.geojson\"", collection(feature("F1", name, rectangle(6, 50, 6.1, 50.1))), OPTIONS);

        assertThat(response.statusCode()).isEqualTo(202);
        String path = "imports/" + JsonPath.from(response.body()).getString("id");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"RUNNING".equals(get(path).extract().path("state")));
        get(path)
                .body("state", equalTo("COMPLETED"))
                .body("counts", equalTo(counts(1, 0, 0, 0, 1)))
                .body("findings.code", contains("name-too-long"));
    }

    @Test
    void rejectsAFeatureWhoseKeyNoDatabaseTakes() {
        importFile(
                        "planner",
                        collection(
                                feature("F4\\u0000", "Null", rectangle(6.2, 50, 6.3, 50.1)),
                                feature("F5", "Gut", rectangle(6.3, 50, 6.4, 50.1))),
                        OPTIONS)
                .statusCode(200)
                .body("counts", equalTo(counts(2, 1, 0, 0, 1)))
                .body("findings.code", contains("key-invalid"));
    }

    @Test
    void rejectsAFeatureRoundTheWorldWithItsPlace() {
        importFile(
                        "planner",
                        collection(
                                feature("F2", "Gut", rectangle(6, 50, 6.1, 50.1)),
                                feature("F3", "Welt", rectangle(-180, -90, 180, 90))),
                        OPTIONS)
                .statusCode(200)
                .body("counts", equalTo(counts(2, 1, 0, 0, 1)))
                .body("findings.row", contains(2))
                .body("findings.code", contains("geometry-too-wide"))
                .body("findings.value", contains("180.0 -90.0"));
    }

    /** What a division of another kind consists of has to be there, and cannot be the space itself. */
    @Test
    void rejectsPartsThatAreUnknownOrGoInACircle() {
        importFile(
                        "planner",
                        "id;name;consistsOf\nD1;Bezirk 1;A1 A2\nD2;Bezirk 2;D3\nD3;Bezirk 3;D2\nA1;Teil;\nD4;Bezirk 4;A1\n",
                        OPTIONS)
                .statusCode(200)
                .body("counts", equalTo(counts(5, 2, 0, 0, 3)))
                .body("findings.key", contains("D1", "D2", "D3"))
                .body("findings.value", contains("A2", "D2", "D3"))
                .body("findings.code", contains("consists-of-unknown", "consists-of-circle", "consists-of-circle"));
    }

    /** Parents lie on a larger level, so that nothing can be its own ancestor, in a file or over several. */
    @Test
    void rejectsParentsThatGoInACircle() {
        String options = OPTIONS.replace("{", "{\"parent\":{\"property\":\"parent\"},");
        String circle = "id;name;parent\nE1;A;E2\nE2;B;E1\nE3;C;E3\n";
        importFile("planner", circle, options)
                .statusCode(200)
                .body("counts", equalTo(counts(3, 0, 0, 0, 3)))
                .body("findings.code", contains("parent-unknown", "parent-unknown", "parent-self"));
        importFile("planner", "id;name\nE1;A\nE2;B\nE3;C\n", OPTIONS).body("counts", equalTo(counts(3, 3, 0, 0, 0)));

        importFile("planner", circle, options)
                .statusCode(200)
                .body("counts", equalTo(counts(3, 0, 0, 0, 3)))
                .body("findings.code", contains("parent-not-larger", "parent-not-larger", "parent-self"))
                .body("findings.value", contains("E2", "E1", "E3"));
    }

    @Test
    void refusesDeepBracketsInOptions() throws Exception {
        HttpResponse<String> response = upload("filename=\"a.csv\"", "id;name\nF4;A\n", "{\"level\":" + DEEP);

        assertThat(response.statusCode()).isIn(400, 422);
        assertThat(JsonPath.from(response.body()).getString("errors[0].line")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"geometry\":", "\"attributes\":{\"a\":"})
    void refusesDeepBracketsInBodies(String member) throws Exception {
        HttpResponse<String> response = send(request("spaces/F5", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"A\",\"level\":\"fault-area\"," + member + DEEP)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(response.body()).getString("code")).isEqualTo("json.beyond-limits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"filename=\"a%0D%0Ab.csv\"", "filename=\"a%0ab.csv\"", "filename=\"a\nb.csv\"", "filename=\"..\""
            })
    void refusesFileNamesThatAreNone(String fileName) throws Exception {
        HttpResponse<String> response = upload(fileName, "id;name\nF7;A\n", OPTIONS);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(response.body()).getString("code")).isIn("file.name", "form.malformed");
    }

    private static HttpResponse<String> upload(String fileName, String file, String options)
            throws IOException, InterruptedException {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; " + fileName
                + "\r\nContent-Type: application/octet-stream\r\n\r\n" + file + "\r\n"
                + "--cut\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n" + options + "\r\n--cut--\r\n";
        return send(request("imports", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String contentType) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/registry/v1/" + path))
                .header("Authorization", "Bearer " + Tokens.of("planner"))
                .header("Content-Type", contentType);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
