package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recomputes Berlin's Monitoring Soziale Stadtentwicklung from its published shares. */
class BerlinMonitoringTest {
    private static final List<String> SHARES = List.of("s1", "s2", "s3", "s4");
    private static final List<String> CHANGES = List.of("d1", "d2", "d3", "d4");

    @ParameterizedTest
    @CsvSource({"2013,434", "2015,435", "2017,436"})
    void everyClassAndGroupAgreesWithThePublishedOne(String year, int expected) throws IOException {
        List<NamedCsvRecord> rows = rows(year);

        Outcome outcome = compute(rows, Standardise.Z_POPULATION);

        int classified = 0;
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            if (!row.getField("in_index").equals("1")) {
                assertThat(outcome.exclusion(i)).isEqualTo(Exclusion.EXCLUDED_BY_RUN);
                assertThat(outcome.index("status").classAt(i)).isEqualTo(-1);
                continue;
            }
            classified++;
            String space = row.getField("plr_id");
            String status = row.getField("pub_status_class");
            String dynamics = row.getField("pub_dynamic_class");
            assertThat(outcome.index("status").classCode(i)).as(space).isEqualTo(status);
            if (!row.getField("pub_status_class_label").isEmpty()) {
                assertThat(outcome.index("status").classLabel(i))
                        .as(space)
                        .isEqualTo(row.getField("pub_status_class_label"));
            }
            assertThat(outcome.index("dynamics").classCode(i)).as(space).isEqualTo(dynamics);
            assertThat(outcome.group(i)).as(space).isEqualTo(status + dynamics);
        }
        assertThat(classified).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2013,434", "2015,434", "2017,436"})
    void standardisedValuesAndIndexAgreeToFourDecimals(String year, int expected) throws IOException {
        List<NamedCsvRecord> rows = rows(year);

        IndexOutcome status = compute(rows, Standardise.Z_POPULATION).index("status");

        int compared = 0;
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            boolean published = !row.getField("pub_status_index").isEmpty()
                    && !row.getField("pub_zs1").isEmpty()
                    && row.getField("in_index").equals("1")
                    && !zero(row, "pub_zs1", "pub_zs2", "pub_zs3", "pub_zs4");
            if (!published) {
                continue;
            }
            compared++;
            double sum = 0;
            for (int c = 0; c < SHARES.size(); c++) {
                double z = Double.parseDouble(row.getField("pub_z" + SHARES.get(c)));
                assertThat(status.components().get(c).standardised(i)).isCloseTo(z, within(1e-4));
                sum += status.contribution(c, i);
            }
            assertThat(status.raw(i)).isCloseTo(Double.parseDouble(row.getField("pub_status_sum")), within(1e-4));
            assertThat(status.value(i)).isCloseTo(Double.parseDouble(row.getField("pub_status_index")), within(1e-4));
            assertThat(sum).isCloseTo(status.raw(i), within(1e-12));
        }
        assertThat(compared).isEqualTo(expected);
    }

    @Test
    void sampleDeviationChangesOneAreaOf2013() throws IOException {
        List<NamedCsvRecord> rows = rows("2013");

        Outcome outcome = compute(rows, Standardise.Z_SAMPLE);

        List<String> differ = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord row = rows.get(i);
            String published = row.getField("pub_status_class") + row.getField("pub_dynamic_class");
            if (row.getField("in_index").equals("1") && !published.equals(outcome.group(i))) {
                differ.add(row.getField("plr_id"));
            }
        }
        assertThat(differ).hasSize(1);
    }

    private static boolean zero(NamedCsvRecord row, String... fields) {
        for (String field : fields) {
            if (!row.getField(field).equals("0")) {
                return false;
            }
        }
        return true;
    }

    private static List<NamedCsvRecord> rows(String year) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("berlin-mss/mss_" + year + ".csv"))) {
            return reader.stream()
                    .sorted(Comparator.comparing(row -> row.getField("plr_id")))
                    .toList();
        }
    }

    private static Outcome compute(List<NamedCsvRecord> rows, Standardise how) {
        Map<String, Column> columns = new HashMap<>();
        List<String> names = new ArrayList<>(SHARES);
        names.addAll(CHANGES);
        for (String name : names) {
            double[] x = new double[rows.size()];
            for (int i = 0; i < x.length; i++) {
                boolean in = rows.get(i).getField("in_index").equals("1");
                x[i] = in ? Double.parseDouble(rows.get(i).getField(name)) : Double.NaN;
            }
            columns.put(name, Column.of(x));
        }
        boolean[] excluded = new boolean[rows.size()];
        for (int i = 0; i < excluded.length; i++) {
            excluded[i] = !rows.get(i).getField("in_index").equals("1");
        }
        List<String> keys = rows.stream().map(row -> row.getField("plr_id")).toList();
        Scheme scheme = new Scheme(
                "mss",
                "Monitoring Soziale Stadtentwicklung",
                null,
                null,
                "planning-area",
                false,
                Universe.EVERYTHING,
                List.of(
                        index(
                                "status",
                                SHARES,
                                how,
                                List.of(-1.0, 1.0, 1.5),
                                List.of("1", "2", "3", "4"),
                                List.of("hoch", "mittel", "niedrig", "sehr niedrig")),
                        index(
                                "dynamics",
                                CHANGES,
                                how,
                                List.of(-1.0, 1.0),
                                List.of("+", "+/-", "-"),
                                List.of("positiv", "stabil", "negativ"))),
                List.of("status", "dynamics"),
                List.of());
        return Classification.compute(
                scheme,
                Territory.flat("planning-area", keys),
                (code, lag) -> columns.get(code),
                Selection.without(excluded));
    }

    private static Index index(
            String code,
            List<String> shares,
            Standardise how,
            List<Double> breaks,
            List<String> codes,
            List<String> labels) {
        List<Component> components = shares.stream()
                .map(share -> new Component(share, null, Measure.VALUE, 0, Transform.NONE, Polarity.BURDEN, how, 1))
                .toList();
        ClassRule classes = new ClassRule(
                ClassRule.Method.BREAKS, breaks, ClassRule.Closed.RIGHT, ClassRule.QuantileType.TYPE_7, codes, labels);
        return new Index(code, code, components, Combine.SUM, Missing.EXCLUDE_SPACE, how, null, null, classes);
    }
}
