package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published shares of Berlin's monitoring, as they are. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinIT {
    private static final String MAPPING = """
            {"layout":"wide","level":"mss-area","spaceColumn":"plr_id","period":"%s",
             "columns":{"s1":{"indicator":"mss-s1"},"s2":{"indicator":"mss-s2"},"s3":{"indicator":"mss-s3"},
              "s4":{"indicator":"mss-s4"},"d1":{"indicator":"mss-d1"},"d2":{"indicator":"mss-d2"},
              "d3":{"indicator":"mss-d3"},"d4":{"indicator":"mss-d4"}},
             "rows":{"where":{"column":"in_index","equals":"1"}},"delimiter":",","decimal":".","charset":"UTF-8"}""";

    private static final List<String> CODES =
            List.of("mss-s1", "mss-s2", "mss-s3", "mss-s4", "mss-d1", "mss-d2", "mss-d3", "mss-d4");

    @ParameterizedTest
    @CsvSource({"2013,434", "2015,435", "2017,436"})
    void everyAreaInTheIndexIsReleased(String year, int areas) throws IOException {
        List<String> lines = Files.readAllLines(file("berlin-mss/mss_" + year + ".csv"));
        Region.level("mss-area", 40);
        Region.tell(lines.stream().skip(1).map(BerlinIT::space).toList());
        CODES.forEach(code -> Api.indicator(code, "ratio", "percent"));
        Instant start = Instant.now();

        JsonPath checked = Api.check(
                "steward",
                "mss_" + year + ".csv",
                String.join("\n", lines).replaceAll("(?m)^(\\d{8}),", "mss-$1,").getBytes(StandardCharsets.UTF_8),
                MAPPING.formatted(year));
        JsonPath released = Api.approve(checked.getString("id"));

        assertThat(released.getInt("counts.rows")).isEqualTo(areas);
        assertThat(released.getInt("counts.created")).isEqualTo(areas * CODES.size());
        // changes that stand out among those of all areas, and one for each column of changes, which are no shares
        assertThat(checked.getInt("counts.warnings")).isBetween(4, 60);
        assertThat(released.getInt("coverage.spacesDelivered")).isEqualTo(areas);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        String table = Api.as(null)
                .accept("text/csv")
                .get("/values?indicator=mss-s1&level=mss-area&period=" + year)
                .asString();
        assertThat(table.split("\r\n", -1)).hasSize(areas + 2);
    }

    /** Slips as people and programs make them, sown into the real file: each is found at its line. */
    @Test
    void everySlipIsFound() throws IOException {
        List<String> before = Files.readAllLines(file("berlin-mss/mss_2015.csv"));
        Region.level("slip-area", 41);
        Region.tell(before.stream()
                .skip(1)
                .map(line -> line.substring(0, 8))
                .map(key -> Region.space("slip-" + key, "Slip " + key, "slip-area", null, List.of("slip-" + key)))
                .toList());
        CODES.forEach(code -> Api.indicator(code.replace("mss", "slip"), "ratio", "percent"));
        String mapping = MAPPING.replace("mss-", "slip-");
        Api.approve(Api.check("steward", "a.csv", slipped(before), mapping.formatted("2015"))
                .getString("id"));
        List<String> lines = new ArrayList<>(Files.readAllLines(file("berlin-mss/mss_2017.csv")));
        Set<String> compared = before.stream()
                .filter(line -> line.endsWith(",1"))
                .map(line -> line.substring(0, 8))
                .collect(Collectors.toSet());
        List<Integer> rows = IntStream.range(1, lines.size())
                .filter(row -> lines.get(row).endsWith(",1"))
                .filter(row -> compared.contains(lines.get(row).substring(0, 8)))
                .boxed()
                .toList();
        List<UnaryOperator<String>> slips = List.of(
                s1 -> number(s1, 10),
                s1 -> number(s1, 0.1),
                s1 -> number(s1, 1000),
                s1 -> number(s1, -1),
                s1 -> "0",
                s1 -> number(s1, 0.01),
                s1 -> s1.replace('.', ';'),
                s1 -> "O" + s1,
                s1 -> "97.3",
                s1 -> "43101");
        List<Integer> slipped = new ArrayList<>();
        for (int slip = 0; slip < slips.size(); slip++) {
            int row = rows.get(10 + 40 * slip);
            String[] cells = lines.get(row).split(",", -1);
            cells[2] = slips.get(slip).apply(cells[2]);
            lines.set(row, String.join(",", cells));
            slipped.add(row + 1);
        }

        JsonPath checked = Api.check("steward", "b.csv", slipped(lines), mapping.formatted("2017"));

        List<Integer> found = Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings?limit=1000&column=s1")
                .jsonPath()
                .getList("items.findAll { it.severity != 'hint' }.line");
        assertThat(found).containsAll(slipped);
    }

    private static String number(String text, double factor) {
        return BigDecimal.valueOf(Double.parseDouble(text) * factor).toPlainString();
    }

    private static byte[] slipped(List<String> lines) {
        return String.join("\n", lines).replaceAll("(?m)^(\\d{8}),", "slip-$1,").getBytes(StandardCharsets.UTF_8);
    }

    private static SocialSpace space(String line) {
        String key = "mss-" + line.substring(0, 8);
        return Region.space(key, "Planungsraum " + key, "mss-area", null, List.of(key));
    }

    /** The file; without it the test is skipped, or fails on the build server. */
    private static Path file(String name) {
        Path file = Path.of(System.getProperty("quartierwerk.data", "../../../shared/data"), name);
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("Real data missing: " + file.toAbsolutePath());
        }
        assumeTrue(Files.exists(file), () -> "Real data missing: " + file.toAbsolutePath());
        return file;
    }
}
