package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Published indices of other countries follow exactly from their published components. */
class PublishedIndicesTest {
    private static List<NamedCsvRecord> read(String name) {
        Path path = RealData.file("../cases/science/" + name);
        try (Reader text = new InputStreamReader(
                        name.endsWith(".gz")
                                ? new GZIPInputStream(Files.newInputStream(path))
                                : Files.newInputStream(path),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream()
                .mapToDouble(row ->
                        row.getField(name).isEmpty() || row.getField(name).equals("NA")
                                ? Double.NaN
                                : Double.parseDouble(row.getField(name)))
                .toArray();
    }

    private static Map<String, Column> columns(List<NamedCsvRecord> rows, List<String> names) {
        Map<String, Column> columns = new HashMap<>();
        names.forEach(name -> columns.put(name, Column.of(column(rows, name))));
        return columns;
    }

    private static Component domain(String of, double weight, Ties ties) {
        return new Component(of, null, Measure.VALUE, 0, Transform.NONE, Polarity.RELIEF, Standardise.NONE, weight)
                .with(new Standardisation(Standardise.RANK_EXPONENTIAL, ties, null, null, null, null, null));
    }

    private static Index ranked(List<Component> components, ClassRule classes) {
        return new Index(
                "i",
                "i",
                components,
                Combine.WEIGHTED_SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.of(Standardise.RANK),
                List.of(),
                null,
                EstimatedOver.RUN,
                classes);
    }

    private static ClassRule tenths(ClassRule.RankRule rule) {
        List<String> codes = List.of("10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
        return new ClassRule(
                ClassRule.Method.QUANTILES,
                List.of(),
                List.of(),
                ClassRule.Closed.RIGHT,
                new ClassRule.Quantiles(ClassRule.QuantileType.RANK_HIGH, rule, Ties.MEAN),
                null,
                null,
                codes,
                codes);
    }

    @Test
    void wales2011() {
        List<NamedCsvRecord> rows = read("01-wimd2011.csv");
        Map<String, Double> weights = new TreeMap<>(Map.of(
                "income_rank",
                0.235,
                "employment_rank",
                0.235,
                "health_rank",
                0.14,
                "education_rank",
                0.14,
                "access_rank",
                0.1,
                "crime_rank",
                0.05,
                "environment_rank",
                0.05,
                "housing_rank",
                0.05));
        Index index = ranked(
                weights.entrySet().stream()
                        .map(entry -> domain(entry.getKey(), entry.getValue(), Ties.MIN))
                        .toList(),
                tenths(ClassRule.RankRule.CEILING));

        IndexOutcome outcome = Samples.compute(index, columns(rows, List.copyOf(weights.keySet())));

        double[] published = column(rows, "published_rank");
        for (int i = 0; i < published.length; i++) {
            assertThat(published.length + 1 - outcome.value(i)).isEqualTo(published[i]);
        }
    }

    @Test
    void wales2019() {
        List<NamedCsvRecord> rows = read("02-wimd2019.csv");
        Map<String, Double> weights = new TreeMap<>(Map.of(
                "income_rank",
                0.22,
                "employment_rank",
                0.22,
                "health_rank",
                0.15,
                "education_rank",
                0.14,
                "access_rank",
                0.1,
                "housing_rank",
                0.07,
                "crime_rank",
                0.05,
                "environment_rank",
                0.05));
        Index index = ranked(
                weights.entrySet().stream()
                        .map(entry -> domain(entry.getKey(), entry.getValue(), Ties.MEAN))
                        .toList(),
                tenths(ClassRule.RankRule.FLOOR));

        IndexOutcome outcome = Samples.compute(index, columns(rows, List.copyOf(weights.keySet())));

        double[] published = column(rows, "published_rank");
        for (int i = 0; i < published.length; i++) {
            assertThat(published.length + 1 - outcome.value(i)).isEqualTo(published[i]);
            assertThat(outcome.classCode(i)).isEqualTo(rows.get(i).getField("decile"));
        }
    }

    private static Component goal(String of, double low, double high, String... transforms) {
        List<Transform> list = new ArrayList<>();
        for (String transform : transforms) {
            list.add(Transform.parse(transform).orElseThrow());
        }
        return new Component(
                of,
                null,
                null,
                Measure.VALUE,
                0,
                null,
                list,
                Polarity.BURDEN,
                PolarityOrder.BEFORE,
                new Standardisation(Standardise.MIN_MAX, null, new Bounds(low, high), null, null, null, null),
                1);
    }

    @Test
    void humanDevelopmentIndex2021() {
        List<NamedCsvRecord> rows = read("03-hdi2021.csv");
        Index education = Samples.index(
                "education",
                Combine.MEAN,
                Missing.EXCLUDE_SPACE,
                goal("expected_schooling", 0, 18, "cap(18)"),
                goal("mean_schooling", 0, 15, "cap(15)"));
        ClassRule classes = new ClassRule(
                ClassRule.Method.BREAKS,
                List.of(0.55, 0.7, 0.8),
                ClassRule.Closed.LEFT,
                ClassRule.QuantileType.TYPE_7,
                List.of("Low", "Medium", "High", "Very High"),
                List.of("Low", "Medium", "High", "Very High"));
        Index hdi = new Index(
                "hdi",
                "hdi",
                List.of(
                        goal("life_expectancy", 20, 85, "cap(85)"),
                        Samples.ofIndex("education", Standardise.NONE, 1),
                        goal("gni_per_capita", Math.log(100), Math.log(75000), "cap(75000)", "log")),
                Combine.GEOMETRIC_MEAN,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                new Standardisation(Standardise.NONE, null, null, null, null, null, 3),
                List.of(),
                null,
                EstimatedOver.RUN,
                classes);

        IndexOutcome outcome = Samples.compute(
                        Samples.scheme(List.of(education, hdi), List.of()),
                        Samples.flat(rows.size()),
                        columns(
                                rows,
                                List.of("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita")))
                .index("hdi");

        double[] published = column(rows, "published_hdi");
        for (int i = 0; i < published.length; i++) {
            assertThat(outcome.value(i)).isEqualTo(published[i]);
            String group = rows.get(i).getField("published_group");
            assertThat(group.isEmpty() ? outcome.classCode(i) : group).isEqualTo(outcome.classCode(i));
        }
    }

    @Test
    void asem() {
        List<NamedCsvRecord> treated = read("05-asem-treated.csv");
        List<NamedCsvRecord> published = read("05-asem-aggregated.csv");
        Map<String, List<Component>> pillars = new TreeMap<>();
        Map<String, Set<String>> parts = new TreeMap<>();
        List<String> names = new ArrayList<>();
        for (NamedCsvRecord row : read("05-asem-structure.csv")) {
            names.add(row.getField("indicator"));
            parts.computeIfAbsent(row.getField("subindex"), any -> new java.util.TreeSet<>())
                    .add(row.getField("pillar"));
            Polarity polarity = row.getField("direction").equals("1") ? Polarity.BURDEN : Polarity.RELIEF;
            pillars.computeIfAbsent(row.getField("pillar"), any -> new ArrayList<>())
                    .add(new Component(
                                    row.getField("indicator"),
                                    null,
                                    Measure.VALUE,
                                    0,
                                    Transform.NONE,
                                    polarity,
                                    Standardise.NONE,
                                    1)
                            .with(new Standardisation(
                                    Standardise.MIN_MAX, null, null, new Bounds(0, 100), null, null, null)));
        }
        List<Index> indices = new ArrayList<>();
        pillars.forEach((code, components) -> indices.add(
                Samples.index(code, Combine.MEAN, Missing.RENORMALISE_WEIGHTS, components.toArray(Component[]::new))));
        parts.forEach((code, of) -> indices.add(Samples.index(
                code,
                Combine.MEAN,
                Missing.RENORMALISE_WEIGHTS,
                of.stream()
                        .map(pillar -> Samples.ofIndex(pillar, Standardise.NONE, 1))
                        .toArray(Component[]::new))));
        indices.add(Samples.index(
                "Index",
                Combine.MEAN,
                Missing.RENORMALISE_WEIGHTS,
                Samples.ofIndex("Conn", Standardise.NONE, 1),
                Samples.ofIndex("Sust", Standardise.NONE, 1)));

        Outcome outcome = Samples.compute(
                Samples.scheme(indices, List.of()), Samples.flat(treated.size()), columns(treated, names));

        int checked = 0;
        for (Index index : indices) {
            for (int i = 0; i < treated.size(); i++) {
                assertThat(outcome.index(index.code()).value(i))
                        .isCloseTo(Double.parseDouble(published.get(i).getField(index.code())), within(1e-8));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(561);
    }

    @Test
    void englishDistricts2019() {
        List<NamedCsvRecord> rows = new ArrayList<>(read("06-imd2019-lsoa.csv.gz"));
        Map<String, Integer> districts = new TreeMap<>();
        rows.forEach(row -> districts.put(row.getField("district"), 0));
        List<Territory.Area> areas = new ArrayList<>();
        districts.replaceAll((key, any) -> {
            areas.add(new Territory.Area(key, "district", -1));
            return areas.size() - 1;
        });
        Territory territory = new Territory(
                "lsoa",
                Map.of("district", 10, "lsoa", 20),
                rows.stream().map(row -> row.getField("lsoa")).toList(),
                rows.stream()
                        .map(row -> districts.get(row.getField("district")))
                        .toList(),
                areas);
        Index score = new Index(
                "score",
                "score",
                List.of(Samples.component("score", Standardise.NONE, 1)),
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.NONE,
                List.of(
                        rollUp("average", RollUp.Kind.MEAN, 0, 0, "population"),
                        rollUp("proportion", RollUp.Kind.SHARE_IN_CLASS, 0, 0, null),
                        rollUp("extent", RollUp.Kind.EXTENT, 10, 30, "population")),
                null,
                EstimatedOver.RUN,
                tenths(ClassRule.RankRule.CEILING));

        Outcome outcome = Samples.compute(
                Samples.scheme(List.of(score), List.of()), territory, columns(rows, List.of("score", "population")));

        List<NamedCsvRecord> published = read("06-imd2019-districts.csv");
        assertThat(published).hasSize(317);
        for (int a = 0; a < published.size(); a++) {
            NamedCsvRecord row = published.get(a);
            int at = outcome.rollUps().get(0).keys().indexOf(row.getField("district"));
            assertThat(outcome.rollUps().get(0).value(at))
                    .isCloseTo(Double.parseDouble(row.getField("average_score")), within(0.002));
            assertThat(outcome.rollUps().get(1).value(at))
                    .isCloseTo(Double.parseDouble(row.getField("proportion")), within(0.0002));
            assertThat(outcome.rollUps().get(2).value(at))
                    .isCloseTo(Double.parseDouble(row.getField("extent")), within(0.0002));
        }
    }

    private static RollUp rollUp(String code, RollUp.Kind kind, double from, double to, String weight) {
        return new RollUp(code, "district", kind, from, to, Set.of("1"), weight, Standardisation.NONE, null);
    }

    @Test
    void scottishEducation2016() {
        List<NamedCsvRecord> rows = read("20-simd2016-education.csv.gz");
        List<String> names = List.of("attendance", "attainment", "noquals", "neet", "hesa");
        List<Component> components = new ArrayList<>();
        for (String name : names) {
            Polarity polarity = name.startsWith("n") ? Polarity.BURDEN : Polarity.RELIEF;
            components.add(new Component(
                    name,
                    null,
                    null,
                    Measure.VALUE,
                    0,
                    Impute.parse("score(0)").orElseThrow(),
                    List.of(),
                    polarity,
                    PolarityOrder.BEFORE,
                    Standardisation.of(Standardise.NORMAL_SCORE),
                    1));
        }
        Index index = Samples.with(
                Samples.oriented(
                        Samples.index(
                                "i",
                                Combine.FACTOR_ANALYSIS,
                                Missing.EXCLUDE_SPACE,
                                components.toArray(Component[]::new)),
                        "noquals"),
                Standardise.RANK,
                null,
                null);

        IndexOutcome outcome = Samples.compute(index, columns(rows, names));

        double[] weights = {
            0.210073234949532, 0.228416780278494, 0.293793390168689, 0.117379238688631, 0.150337355914654
        };
        for (int c = 0; c < weights.length; c++) {
            assertThat(outcome.components().get(c).share()).isCloseTo(weights[c], within(1e-12));
        }
        double[] published = column(rows, "published_rank");
        assertThat(published).hasSize(6976);
        for (int i = 0; i < published.length; i++) {
            assertThat(published.length + 1 - outcome.value(i)).isEqualTo(published[i]);
        }
        assertThat(outcome.components().get(1).imputed(0)).isFalse();
    }
}
