package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Berlin's dynamics with changes computed here from two editions. The publisher's changes rest in part on earlier
 * shares corrected since the edition before: where they do, the earlier share that they speak of (share less change)
 * stands in.
 */
class BerlinChangesTest {
    /** Both shares and the change are rounded to five decimals. */
    private static final double ROUNDING = 1.5e-5 + 1e-9;

    @ParameterizedTest
    @CsvSource({"2013,2015,435,1,1,1,420", "2015,2017,436,422,1,425,330"})
    void everyClassAgreesWithChangesComputedHereWhereThePublishedOnesAreConsistent(
            String before, String now, int areas, int first, int second, int third, int fourth) throws IOException {
        Edition edition = new Edition(before, now);

        Outcome outcome = edition.compute(true);

        assertThat(edition.inconsistent).containsExactly(first, second, third, fourth);
        int agreed = 0;
        for (int i = 0; i < edition.rows.size(); i++) {
            if (Edition.in(edition.rows.get(i))) {
                assertThat(outcome.index("dynamics").classCode(i))
                        .as(edition.rows.get(i).getField("plr_id"))
                        .isEqualTo(edition.rows.get(i).getField("pub_dynamic_class"));
                agreed++;
            }
        }
        assertThat(agreed).isEqualTo(areas);
    }

    @ParameterizedTest
    @CsvSource({"2013,2015,434,22", "2015,2017,435,10"})
    void fromTheEditionsAsPublishedSomeClassesDiffer(String before, String now, int areas, int differing)
            throws IOException {
        Edition edition = new Edition(before, now);

        Outcome outcome = edition.compute(false);

        int classed = 0;
        int differ = 0;
        for (int i = 0; i < edition.rows.size(); i++) {
            String code = outcome.index("dynamics").classCode(i);
            classed += code == null ? 0 : 1;
            differ += code == null || code.equals(edition.rows.get(i).getField("pub_dynamic_class")) ? 0 : 1;
        }
        assertThat(classed).isEqualTo(areas);
        assertThat(differ).isEqualTo(differing);
    }

    /** An edition beside the one before. */
    private static final class Edition {
        private final List<NamedCsvRecord> rows;
        private final Map<String, NamedCsvRecord> before = new HashMap<>();
        private final int[] inconsistent = new int[4];

        Edition(String earlier, String now) throws IOException {
            rows = rows(now);
            rows(earlier).forEach(row -> before.put(row.getField("plr_id"), row));
        }

        static boolean in(NamedCsvRecord row) {
            return row != null && row.getField("in_index").equals("1");
        }

        Outcome compute(boolean asCorrected) {
            Map<String, Column> columns = new HashMap<>();
            Component[] components = new Component[4];
            for (int k = 0; k < 4; k++) {
                String share = "s" + (k + 1);
                double[] now = new double[rows.size()];
                double[] earlier = new double[rows.size()];
                for (int i = 0; i < now.length; i++) {
                    boolean in = in(rows.get(i));
                    now[i] = in ? number(rows.get(i), share) : Double.NaN;
                    earlier[i] = in ? earlier(rows.get(i), k, asCorrected) : Double.NaN;
                }
                columns.put(share, Column.of(now));
                columns.put(share + "-2", Column.of(earlier));
                components[k] = new Component(
                        share, null, Measure.CHANGE, 2, Transform.NONE, Polarity.BURDEN, Standardise.Z_POPULATION, 1);
            }
            Index dynamics = Samples.with(
                    Samples.index("dynamics", Combine.SUM, Missing.EXCLUDE_SPACE, components),
                    Standardise.Z_POPULATION,
                    null,
                    new ClassRule(
                            ClassRule.Method.BREAKS,
                            List.of(-1.0, 1.0),
                            ClassRule.Closed.RIGHT,
                            ClassRule.QuantileType.TYPE_7,
                            List.of("+", "+/-", "-"),
                            List.of("+", "+/-", "-")));
            List<String> keys = IntStream.range(0, rows.size())
                    .mapToObj(i -> rows.get(i).getField("plr_id"))
                    .toList();
            return Samples.compute(
                    Samples.scheme(List.of(dynamics), List.of()), Territory.flat("planning-area", keys), columns);
        }

        private double earlier(NamedCsvRecord row, int k, boolean asCorrected) {
            NamedCsvRecord old = before.get(row.getField("plr_id"));
            double share = number(row, "s" + (k + 1));
            double change = number(row, "d" + (k + 1));
            double then = in(old) ? number(old, "s" + (k + 1)) : Double.NaN;
            boolean consistent = Math.abs(share - then - change) <= ROUNDING;
            inconsistent[k] += consistent ? 0 : 1;
            return consistent || !asCorrected ? then : share - change;
        }

        private static double number(NamedCsvRecord row, String field) {
            return Double.parseDouble(row.getField(field));
        }

        private static List<NamedCsvRecord> rows(String year) throws IOException {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(RealData.file("berlin-mss/mss_" + year + ".csv"))) {
                return reader.stream()
                        .sorted(Comparator.comparing(row -> row.getField("plr_id")))
                        .toList();
            }
        }
    }
}
