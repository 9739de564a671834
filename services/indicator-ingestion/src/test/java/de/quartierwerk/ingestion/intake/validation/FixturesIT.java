package de.quartierwerk.ingestion.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
class FixturesIT {
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
        codes.forEach(FixturesIT::define);

        JsonPath checked = Api.check("steward", "file.csv", read(folder + "/file.csv"), mapping);

        assertThat(Lines.findings(checked.getString("id"))).containsExactlyElementsOf(lines(folder + "/findings.csv"));
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        Api.approve(checked.getString("id"));
        assertThat(Lines.values(codes)).containsExactlyElementsOf(lines(folder + "/values.csv"));
    }

    private static void define(String code) {
        String kind = code.endsWith("percent") ? "ratio" : code.endsWith("index") ? "index" : "count";
        Api.indicator(code, kind, kind.equals("ratio") ? "percent" : kind.equals("index") ? "points" : "persons");
    }

    private static List<String> lines(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = FixturesIT.class.getResourceAsStream("/files/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
