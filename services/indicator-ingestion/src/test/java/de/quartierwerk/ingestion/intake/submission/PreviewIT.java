package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees of a file before it is delivered, and how one finds one's way through what was found. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PreviewIT {
    private static final String FILE = """
            raum;a;b
            99001001-01;1.234;-
            99001001-02;2.345;.
            nirgends;7;8
            99001001-03;elf;zwölf
            Insgesamt;3.579;
            """;
    private static final String MAPPING = """
            {"level":"social-space","spaceColumn":"raum","period":"2013",
             "columns":{"a":{"indicator":"pv-people"},"b":{"indicator":"pv-pupils"}}}""";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("pv-people", "count", "persons");
        Api.indicator("pv-pupils", "count", "persons");
    }

    private static JsonPath dryRun(String user) {
        String id = Api.deliver(user, "a.csv", FILE.getBytes(StandardCharsets.UTF_8), MAPPING, "?dryRun=true")
                .statusCode(202)
                .extract()
                .path("id");
        return Api.await(user, id, "VALIDATED", "REJECTED");
    }

    @Test
    void aDryRunShowsHowTheFileWasUnderstood() {
        JsonPath checked = dryRun("steward");

        assertThat(checked.<Map<String, Object>>getList("preview.values").stream()
                        .map(value -> value.get("indicator") + " " + value.get("space") + " " + value.get("period")
                                + " "
                                + value.get("text") + " -> " + value.get("value") + " " + value.get("status") + " "
                                + value.get("line") + value.get("column")))
                .containsExactly(
                        "pv-people 99001001-01 2013 1.234 -> 1234 normal 2a",
                        "pv-pupils 99001001-01 2013 - -> 0 normal 2b",
                        "pv-people 99001001-02 2013 2.345 -> 2345 normal 3a",
                        "pv-pupils 99001001-02 2013 . -> null suppressed 3b");
        assertThat(checked.<Map<String, Object>>getList("preview.unmatchedRows").stream()
                        .map(row -> row.get("line") + " " + row.get("text") + " " + row.get("code")))
                .containsExactly("4 nirgends space.unknown", "6 Insgesamt row.total");
        assertThat(checked.<Map<String, Object>>getList("preview.signs").stream()
                        .map(sign -> sign.get("column") + " " + sign.get("sign") + " " + sign.get("readAs") + " "
                                + sign.get("example") + " " + sign.get("cells")))
                .containsExactly("a . grouping 1.234 2", "b - zero - 1", "b . suppressed . 1");
    }

    @Test
    void aDeliveryHasNoPreviewAndListsShowNone() {
        JsonPath delivered = Api.check("steward", FILE, MAPPING);
        dryRun("steward");

        assertThat(delivered.<Object>get("preview")).isNull();
        Api.as("steward").get("/submissions?limit=5").then().body("items.preview", everyItem(is((Object) null)));
    }

    @Test
    void findingsAreCountedByCodeAndChosenByIt() {
        JsonPath checked = Api.check("steward", FILE, MAPPING);
        String findings = "/submissions/" + checked.getString("id") + "/findings";

        List<Map<String, Object>> counts = checked.getList("findingCounts");
        assertThat(counts)
                .contains(
                        Map.of("code", "number.malformed", "severity", "error", "count", 2),
                        Map.of("code", "space.unknown", "severity", "error", "count", 1),
                        Map.of("code", "row.total", "severity", "hint", "count", 1));
        assertThat(counts.get(0)).containsEntry("code", "number.malformed");
        Api.as("steward")
                .get(findings + "?code=number.malformed&column=b")
                .then()
                .statusCode(200)
                .body("items.value", contains("zwölf"));
        Api.as("steward")
                .get(findings + "?severity=error&code=row.total,space.unknown")
                .then()
                .body("items.code", contains("space.unknown"));
        Api.as("steward").get(findings + "?column=c").then().statusCode(200).body("items", empty());
        Api.as("steward")
                .get(findings + "?code=nothing.known")
                .then()
                .statusCode(400)
                .body("code", is("finding.code-unknown"));
        Api.as("steward").get(findings + "?severity=grave").then().statusCode(400);
        assertThat(Api.as("steward")
                        .accept("text/csv")
                        .get(findings + "?severity=error&column=a")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2);
    }
}
