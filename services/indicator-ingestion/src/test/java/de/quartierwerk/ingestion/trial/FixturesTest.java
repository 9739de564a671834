package de.quartierwerk.ingestion.trial;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files as offices deliver them: each folder of {@code src/test/resources/files} holds one with its mapping, all that
 * is found in it ({@code line;column;code;severity;value}) and all values that come of it.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class FixturesTest {
    private static final Pattern CODE = Pattern.compile("\"(fx-[a-z-]+)\"");

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Region.level("zero-space", 50);
        Region.tell(List.of(
                Region.space("010001", "Nullfeld", "zero-space", null, List.of("010001")),
                Region.space("010002", "Nullgrund", "zero-space", null, List.of("010002"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title-units-totals", "merged-header", "ambiguous-column", "names", "lost-zeros", "checks"})
    void findingsAndValuesAreThese(String folder) throws IOException {
        String mapping = new String(read(folder + "/mapping.json"), StandardCharsets.UTF_8);
        List<String> codes = CODE.matcher(mapping)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        codes.forEach(FixturesTest::define);

        JsonPath checked = Api.check("steward", "file.csv", read(folder + "/file.csv"), mapping);

        assertThat(findings(checked.getString("id"))).containsExactlyElementsOf(lines(folder + "/findings.csv"));
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        Api.approve(checked.getString("id"));
        assertThat(values(codes)).containsExactlyElementsOf(lines(folder + "/values.csv"));
    }

    private static void define(String code) {
        String kind = code.endsWith("percent") ? "ratio" : code.endsWith("index") ? "index" : "count";
        Api.indicator(code, kind, kind.equals("ratio") ? "percent" : kind.equals("index") ? "points" : "persons");
    }

    static List<String> findings(String id) {
        JsonPath found = Api.as("steward")
                .get("/submissions/" + id + "/findings?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return found.<Map<String, Object>>getList("items").stream()
                .map(finding -> String.join(
                        ";",
                        text(finding.get("cell") == null ? finding.get("line") : finding.get("cell")),
                        text(finding.get("column")),
                        text(finding.get("code")),
                        text(finding.get("severity")),
                        text(finding.get("value"))))
                .toList();
    }

    static List<String> values(List<String> codes) {
        String table = Api.as("steward")
                .accept("text/csv")
                .get("/values?indicator=" + String.join(",", codes))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Arrays.stream(table.split("\r\n"))
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> String.join(";", cells[0], cells[1], cells[2], tidy(cells[3]), cells[6]))
                .sorted()
                .toList();
    }

    private static String tidy(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    private static List<String> lines(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = FixturesTest.class.getResourceAsStream("/files/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
