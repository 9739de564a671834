package de.quartierwerk.ingestion.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Berlin's population by planning area, three years of it, through one stored profile. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinPopulationIT {
    private static final List<String> DAYS = List.of("2016-12-31", "2017-12-31", "2018-12-31");
    private static final List<String> AGES = List.of(
            "inhabitants_age_below_6",
            "inhabitants_age_6_15",
            "inhabitants_age_15_18",
            "inhabitants_age_18_27",
            "inhabitants_age_27_45",
            "inhabitants_age_45_55",
            "inhabitants_age_55_65",
            "inhabitants_age_above_65");

    @Test
    void sumsPerDistrictAgreeWithTheFiles() throws IOException {
        Map<String, List<String[]>> files = new LinkedHashMap<>();
        for (String day : DAYS) {
            files.put(day, rows(file(day)));
        }
        tellOfSpaces(files);
        List<String> columns = new ArrayList<>(AGES);
        columns.addAll(List.of("inhabitants", "inhabitants_female", "inhabitants_foreigners"));
        columns.forEach(column -> Api.indicator(code(column), "count", "persons"));
        store(columns);

        for (Map.Entry<String, List<String[]>> year : files.entrySet()) {
            String day = year.getKey();
            List<String[]> rows = year.getValue();
            String id = Api.deliver(
                            "steward",
                            "population-" + day + ".csv",
                            Files.readAllBytes(file(day)),
                            null,
                            "?profile=berlin-population&period=" + day)
                    .statusCode(202)
                    .extract()
                    .path("id");
            JsonPath checked = Api.await("steward", id, "VALIDATED", "REJECTED");

            assertThat(checked.getInt("counts.rows")).isEqualTo(rows.size() - 1);
            assertThat(checked.getInt("counts.created")).isEqualTo((rows.size() - 1) * columns.size());
            assertThat(checked.getInt("counts.rejected")).isZero();
            assertThat(Lines.findings(id)).noneMatch(line -> line.contains("value.parts-differ"));
            Api.approve(id);
            for (String column : columns) {
                assertThat(deliveredSums(column, day)).as(column + " " + day).isEqualTo(fileSums(rows, column));
            }
        }
    }

    private static void store(List<String> columns) {
        String meanings = columns.stream()
                .map(column -> "\"" + column + "\":{\"indicator\":\"" + code(column) + "\"}")
                .collect(Collectors.joining(","));
        String parts = AGES.stream().map(age -> "\"" + code(age) + "\"").collect(Collectors.joining(","));
        Api.as("steward")
                .contentType("application/json")
                .body("{\"level\":\"planning-area\",\"spaceColumn\":\"id\",\"columns\":{" + meanings
                        + "},\"sums\":[{\"total\":\"" + code("inhabitants") + "\",\"parts\":[" + parts + "]}]}")
                .put("/profiles/berlin-population")
                .then()
                .statusCode(201);
    }

    private static Map<String, BigDecimal> fileSums(List<String[]> rows, String column) {
        int index = Arrays.asList(rows.get(0)).indexOf(column);
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.stream()
                .skip(1)
                .forEach(row -> sums.merge(row[0].substring(0, 2), new BigDecimal(row[index]), BigDecimal::add));
        return sums;
    }

    private static Map<String, BigDecimal> deliveredSums(String column, String day) {
        String table = Api.as("steward")
                .accept("text/csv")
                .get("/values?level=planning-area&indicator=" + code(column) + "&period=" + day)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Map<String, BigDecimal> sums = new TreeMap<>();
        Arrays.stream(table.split("\r\n"))
                .skip(1)
                .map(line -> line.split(";", -1))
                .forEach(cells -> sums.merge(cells[0].substring(0, 2), new BigDecimal(cells[3]), BigDecimal::add));
        return sums;
    }

    private static String code(String column) {
        return "berlin-" + column.replace('_', '-');
    }

    private static void tellOfSpaces(Map<String, List<String[]>> files) {
        Region.level("berlin-district", 10);
        Region.level("planning-area", 40);
        Map<String, SocialSpace> spaces = new TreeMap<>();
        files.values().stream().flatMap(rows -> rows.stream().skip(1)).forEach(row -> {
            String district = row[0].substring(0, 2);
            spaces.put(
                    district, Region.space(district, "Bezirk " + district, "berlin-district", null, List.of(district)));
            spaces.put(
                    row[0],
                    Region.space(
                            row[0], "Planungsraum " + row[0], "planning-area", district, List.of(district, row[0])));
        });
        Region.tell(List.copyOf(spaces.values()));
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** The file; without it the test is skipped, or fails on the build server. */
    private static Path file(String day) {
        Path file = Path.of(
                System.getProperty("quartierwerk.data", "../../../shared/data"),
                "berlin-population/population-" + day + ".csv");
        if (!Files.exists(file) && "true".equals(System.getenv("CI"))) {
            fail("Real data missing: " + file.toAbsolutePath());
        }
        assumeTrue(Files.exists(file), () -> "Real data missing: " + file.toAbsolutePath());
        return file;
    }
}
