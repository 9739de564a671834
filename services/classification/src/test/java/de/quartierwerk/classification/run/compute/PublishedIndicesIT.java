package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.method.RealData;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Published indices of other countries as documents, through the API. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class PublishedIndicesIT {
    private static final int SPACES_AT_ONCE = 500;
    private static final int VALUES_AT_ONCE = 5000;

    private static List<NamedCsvRecord> read(String name) throws IOException {
        Path file = RealData.file("../cases/science/" + name);
        try (InputStream bytes = Files.newInputStream(file);
                InputStream unpacked = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .ofNamedCsvRecord(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            return rows.stream().toList();
        }
    }

    /** Delivers columns as indicators; answers the results of a run by the space's key in the file. */
    private static Map<String, Map<String, Map<String, Object>>> compute(
            String level, List<NamedCsvRecord> rows, List<String> columns, Map<String, Object> scheme) {
        Neighbours.level(level, 40);
        List<SocialSpace> spaces = rows.stream()
                .map(row -> Neighbours.space(level, key(level, row)))
                .toList();
        for (int i = 0; i < spaces.size(); i += SPACES_AT_ONCE) {
            Neighbours.spaces(spaces.subList(i, Math.min(spaces.size(), i + SPACES_AT_ONCE)));
        }
        deliver(level, rows, columns);
        Api.stored(scheme);
        String run = Api.run(Map.of("scheme", scheme.get("code"), "period", "2020"));
        return results(level, run, "");
    }

    /** Releases each column as an indicator, in batches that fit into a message. */
    private static void deliver(String level, List<NamedCsvRecord> rows, List<String> columns) {
        for (String column : columns) {
            String indicator = level + "." + column;
            Neighbours.indicator(indicator, "count", "count", "neutral");
            List<Neighbours.Batch> batches = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (i % VALUES_AT_ONCE == 0) {
                    batches.add(new Neighbours.Batch(indicator, 2020));
                }
                String text = rows.get(i).getField(column);
                if (!text.isEmpty() && !text.equals("NA")) {
                    batches.get(batches.size() - 1).value(key(level, rows.get(i)), Double.parseDouble(text));
                }
            }
            Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
        }
    }

    private static Map<String, Map<String, Map<String, Object>>> results(String level, String run, String query) {
        Map<String, Map<String, Map<String, Object>>> found = new HashMap<>();
        for (Map<String, Object> result : Api.results("planner", run, query)) {
            String space = (String) result.get("space");
            @SuppressWarnings("unchecked")
            Map<String, Map<String, Object>> indices = (Map<String, Map<String, Object>>) result.get("indices");
            found.put(space.substring(level.length() + 1), indices);
        }
        return found;
    }

    private static String key(String level, NamedCsvRecord row) {
        return level + "-" + row.getField(row.findField("key").isPresent() ? "key" : "lsoa");
    }

    private static Map<String, Object> scheme(String level, List<?> indices) {
        return Map.of("code", level, "title", level, "level", level, "indices", indices);
    }

    private static Map<String, Object> wales(String level, Map<String, Double> weights, String ties, String rule) {
        List<Object> components = new ArrayList<>();
        weights.forEach((domain, weight) -> components.add(Map.of(
                "indicator",
                level + "." + domain,
                "polarity",
                "relief",
                "standardise",
                "rank-exponential",
                "ties",
                ties,
                "weight",
                weight)));
        Map<String, Object> classes = Map.of(
                "method",
                "quantiles",
                "quantileType",
                "rank-high",
                "rankRule",
                rule,
                "codes",
                List.of("10", "9", "8", "7", "6", "5", "4", "3", "2", "1"));
        return scheme(
                level,
                List.of(Map.of(
                        "code", "wimd",
                        "components", components,
                        "combine", "weighted-sum",
                        "restandardise", "rank",
                        "classes", classes)));
    }

    private static Map<String, Double> weights(List<String> domains, double... weights) {
        Map<String, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            found.put(domains.get(i) + "_rank", weights[i]);
        }
        return found;
    }

    @Test
    void wales2011() throws IOException {
        List<NamedCsvRecord> rows = read("01-wimd2011.csv");
        Map<String, Double> weights = weights(
                List.of("income", "employment", "health", "education", "access", "crime", "environment", "housing"),
                0.235,
                0.235,
                0.14,
                0.14,
                0.1,
                0.05,
                0.05,
                0.05);

        Map<String, Map<String, Map<String, Object>>> found =
                compute("wimd2011", rows, List.copyOf(weights.keySet()), wales("wimd2011", weights, "min", "ceiling"));

        assertThat(found).hasSize(1896);
        for (NamedCsvRecord row : rows) {
            double value = (double) found.get(row.getField("key")).get("wimd").get("value");
            assertThat(rows.size() + 1 - value).isEqualTo(Double.parseDouble(row.getField("published_rank")));
        }
    }

    @Test
    void wales2019() throws IOException {
        List<NamedCsvRecord> rows = read("02-wimd2019.csv");
        Map<String, Double> weights = weights(
                List.of("income", "employment", "health", "education", "access", "housing", "crime", "environment"),
                0.22,
                0.22,
                0.15,
                0.14,
                0.1,
                0.07,
                0.05,
                0.05);

        Map<String, Map<String, Map<String, Object>>> found =
                compute("wimd2019", rows, List.copyOf(weights.keySet()), wales("wimd2019", weights, "mean", "floor"));

        int[] sizes = new int[11];
        for (NamedCsvRecord row : rows) {
            Map<String, Object> result = found.get(row.getField("key")).get("wimd");
            assertThat(rows.size() + 1 - (double) result.get("value"))
                    .isEqualTo(Double.parseDouble(row.getField("published_rank")));
            assertThat(result.get("class")).isEqualTo(row.getField("decile"));
            sizes[Integer.parseInt(row.getField("decile"))]++;
        }
        int end = 0;
        List<Integer> ends = new ArrayList<>();
        for (int tenth = 1; tenth < 10; tenth++) {
            end += sizes[tenth];
            ends.add(end);
        }
        assertThat(ends).containsExactly(191, 382, 573, 764, 955, 1146, 1337, 1528, 1719);
    }

    private static Map<String, Object> goal(String of, String goalposts, String... transforms) {
        return Map.of(
                "indicator",
                "hdi2021." + of,
                "polarity",
                "burden",
                "transform",
                List.of(transforms),
                "standardise",
                "min-max(" + goalposts + ")");
    }

    @Test
    void humanDevelopmentIndex2021() throws IOException {
        List<NamedCsvRecord> rows = read("03-hdi2021.csv");
        Map<String, Object> education = Map.of(
                "code", "education",
                "components",
                        List.of(
                                goal("expected_schooling", "0, 18", "cap(18)"),
                                goal("mean_schooling", "0, 15", "cap(15)")),
                "combine", "mean");
        Map<String, Object> hdi = Map.of(
                "code",
                "hdi",
                "components",
                List.of(
                        goal("life_expectancy", "20, 85", "cap(85)"),
                        Map.of("index", "education"),
                        goal("gni_per_capita", "4.605170185988092, 11.225243392518447", "cap(75000)", "log")),
                "combine",
                "geometric-mean",
                "decimals",
                3,
                "classes",
                Map.of(
                        "method",
                        "breaks",
                        "breaks",
                        List.of(0.55, 0.7, 0.8),
                        "closed",
                        "left",
                        "codes",
                        List.of("Low", "Medium", "High", "Very High")));

        Map<String, Map<String, Map<String, Object>>> found = compute(
                "hdi2021",
                rows,
                List.of("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita"),
                scheme("hdi2021", List.of(education, hdi)));

        assertThat(found).hasSize(202);
        for (NamedCsvRecord row : rows) {
            Map<String, Object> result = found.get(row.getField("key")).get("hdi");
            assertThat(result.get("value")).isEqualTo(Double.parseDouble(row.getField("published_hdi")));
            if (!row.getField("published_group").isEmpty()) {
                assertThat(result.get("class")).isEqualTo(row.getField("published_group"));
            }
        }
    }

    @Test
    void asem() throws IOException {
        List<NamedCsvRecord> treated = read("05-asem-treated.csv");
        Map<String, List<Object>> parts = new LinkedHashMap<>();
        Map<String, List<Object>> wholes = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        for (NamedCsvRecord row : read("05-asem-structure.csv")) {
            columns.add(row.getField("indicator"));
            if (!parts.containsKey(row.getField("pillar"))) {
                wholes.computeIfAbsent(row.getField("subindex"), any -> new ArrayList<>())
                        .add(Map.of("index", row.getField("pillar")));
            }
            parts.computeIfAbsent(row.getField("pillar"), any -> new ArrayList<>())
                    .add(Map.of(
                            "indicator",
                            "asem." + row.getField("indicator"),
                            "polarity",
                            row.getField("direction").equals("1") ? "burden" : "relief",
                            "standardise",
                            "min-max",
                            "range",
                            List.of(0, 100)));
        }
        wholes.keySet().forEach(code -> parts.put(code, wholes.get(code)));
        parts.put("Index", List.of(Map.of("index", "Conn"), Map.of("index", "Sust")));
        List<Object> indices = new ArrayList<>();
        parts.forEach((code, components) -> indices.add(
                Map.of("code", code, "components", components, "combine", "mean", "missing", "renormalise-weights")));

        Map<String, Map<String, Map<String, Object>>> found =
                compute("asem", treated, columns, scheme("asem", indices));

        int checked = 0;
        for (NamedCsvRecord row : read("05-asem-aggregated.csv")) {
            for (String code : parts.keySet()) {
                double value = (double) found.get(row.getField("key")).get(code).get("value");
                assertThat(value).isCloseTo(Double.parseDouble(row.getField(code)), within(1e-8));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(561);
    }

    private static Map<String, Object> rollUp(String code, String kind, String field, Object value) {
        Map<String, Object> rollUp =
                new LinkedHashMap<>(Map.of("code", code, "level", "imd2019-district", "kind", kind));
        rollUp.put(field, value);
        return rollUp;
    }

    @Test
    void englishDistricts2019() throws IOException {
        List<NamedCsvRecord> rows = read("06-imd2019-lsoa.csv.gz");
        Neighbours.level("imd2019-district", 20);
        Neighbours.level("imd2019", 40);
        List<SocialSpace> spaces = new ArrayList<>();
        rows.stream()
                .map(row -> "imd2019-" + row.getField("district"))
                .distinct()
                .map(key -> Neighbours.space("imd2019-district", key))
                .forEach(spaces::add);
        rows.stream()
                .map(row -> Neighbours.space("imd2019", "imd2019-" + row.getField("district"), key("imd2019", row)))
                .forEach(spaces::add);
        for (int i = 0; i < spaces.size(); i += SPACES_AT_ONCE) {
            Neighbours.spaces(spaces.subList(i, Math.min(spaces.size(), i + SPACES_AT_ONCE)));
        }
        deliver("imd2019", rows, List.of("score", "population"));
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("code", "imd");
        index.put(
                "components",
                List.of(Map.of("indicator", "imd2019.score", "polarity", "burden", "standardise", "none")));
        index.put("combine", "sum");
        index.put(
                "classes",
                Map.of(
                        "method",
                        "quantiles",
                        "quantileType",
                        "rank-high",
                        "codes",
                        List.of("10", "9", "8", "7", "6", "5", "4", "3", "2", "1")));
        index.put(
                "rollUps",
                List.of(
                        rollUp("average", "mean", "weight", "imd2019.population"),
                        rollUp("proportion", "share-in-class", "inClasses", List.of("1")),
                        rollUp("extent", "extent(10, 30)", "weight", "imd2019.population")));
        Api.stored(scheme("imd2019", List.of(index)));

        String run = Api.run(Map.of("scheme", "imd2019", "period", "2020"));

        Map<String, Map<String, Map<String, Object>>> found = results("imd2019", run, "&level=imd2019-district");
        assertThat(found).hasSize(317);
        for (NamedCsvRecord row : read("06-imd2019-districts.csv")) {
            Map<String, Map<String, Object>> district = found.get(row.getField("district"));
            assertThat((double) district.get("average").get("value"))
                    .isCloseTo(Double.parseDouble(row.getField("average_score")), within(0.001));
            assertThat((double) district.get("proportion").get("value"))
                    .isCloseTo(Double.parseDouble(row.getField("proportion")), within(0.0001));
            assertThat((double) district.get("extent").get("value"))
                    .isCloseTo(Double.parseDouble(row.getField("extent")), within(0.0001));
        }
    }

    @Test
    void scottishEducation2016() throws IOException {
        List<NamedCsvRecord> rows = read("20-simd2016-education.csv.gz");
        List<String> columns = List.of("attendance", "attainment", "noquals", "neet", "hesa");
        List<Object> components = new ArrayList<>();
        columns.forEach(column -> components.add(Map.of(
                "indicator",
                "simd2016." + column,
                "polarity",
                column.startsWith("n") ? "burden" : "relief",
                "impute",
                "score(0)",
                "standardise",
                "normal-score")));

        Map<String, Map<String, Map<String, Object>>> found = compute(
                "simd2016",
                rows,
                columns,
                scheme(
                        "simd2016",
                        List.of(Map.of(
                                "code", "education",
                                "components", components,
                                "combine", "factor-analysis",
                                "orientation", "simd2016.noquals",
                                "restandardise", "rank"))));

        assertThat(found).hasSize(6976);
        for (NamedCsvRecord row : rows) {
            double value =
                    (double) found.get(row.getField("key")).get("education").get("value");
            assertThat(rows.size() + 1 - value).isEqualTo(Double.parseDouble(row.getField("published_rank")));
        }
    }
}
