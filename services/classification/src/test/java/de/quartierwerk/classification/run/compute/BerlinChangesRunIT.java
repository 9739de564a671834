package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Berlin's editions of 2015 and 2017 by the shipped scheme, taken over through the API: changes are computed from the
 * values of two periods. Where a published change speaks of an earlier share that was corrected since, that one is
 * released.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BerlinChangesRunIT {
    private static final double ROUNDING = 1.5e-5 + 1e-9;

    @ParameterizedTest
    @CsvSource({"2013,2015,435,423", "2015,2017,436,1178"})
    void everyGroupAgreesWithChangesComputedFromTwoPeriods(String before, String now, int areas, int corrected)
            throws IOException {
        List<NamedCsvRecord> rows = rows(now);
        String level = "berlin-changes-" + now;
        Neighbours.level(level, 40);
        List<SocialSpace> spaces = new ArrayList<>();
        rows.forEach(row -> spaces.add(Neighbours.space(level, key(now, row))));
        Neighbours.spaces(spaces);
        assertThat(release(before, now, rows)).isEqualTo(corrected);
        Map<String, String> indicators = new HashMap<>();
        for (int k = 1; k <= 4; k++) {
            indicators.put("S" + k, indicator(now, k));
        }
        String scheme = "mss-" + now;
        Api.as("planner")
                .body(Map.of("code", scheme, "levels", Map.of("planning-area", level), "indicators", indicators))
                .post("/shipped-schemes/berlin-mss-until-2017/adoption")
                .then()
                .statusCode(201);

        String run = Api.run(Map.of("scheme", scheme, "period", now, "exclusions", exclusions(now, rows)));

        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.classified"))
                .isEqualTo(areas);
        Map<String, Object> groups = new HashMap<>();
        Api.results("planner", run, "")
                .forEach(result -> groups.put((String) result.get("space"), result.get("group")));
        for (NamedCsvRecord row : rows) {
            boolean in = in(row);
            assertThat(groups.get(key(now, row)))
                    .as(row.getField("plr_id"))
                    .isEqualTo(in ? row.getField("pub_status_class") + row.getField("pub_dynamic_class") : null);
        }
    }

    private static String key(String edition, NamedCsvRecord row) {
        return edition + "." + row.getField("plr_id");
    }

    private static String indicator(String edition, int k) {
        return "mss-" + edition + "-s" + k;
    }

    private static boolean in(NamedCsvRecord row) {
        return row != null && row.getField("in_index").equals("1");
    }

    /** Releases the shares of both periods and answers how many of the earlier ones are the corrected ones. */
    private static int release(String before, String now, List<NamedCsvRecord> rows) throws IOException {
        Map<String, NamedCsvRecord> earlier = new HashMap<>();
        rows(before).forEach(row -> earlier.put(row.getField("plr_id"), row));
        int corrected = 0;
        List<Neighbours.Batch> batches = new ArrayList<>();
        for (int k = 1; k <= 4; k++) {
            Neighbours.indicator(indicator(now, k), "ratio", "burden");
            Neighbours.Batch then = new Neighbours.Batch(indicator(now, k), Integer.parseInt(before));
            Neighbours.Batch today = new Neighbours.Batch(indicator(now, k), Integer.parseInt(now));
            for (NamedCsvRecord row : rows) {
                if (in(row)) {
                    NamedCsvRecord old = earlier.get(row.getField("plr_id"));
                    double share = Double.parseDouble(row.getField("s" + k));
                    double implied = share - Double.parseDouble(row.getField("d" + k));
                    double published = in(old) ? Double.parseDouble(old.getField("s" + k)) : Double.NaN;
                    boolean consistent = Math.abs(published - implied) <= ROUNDING;
                    corrected += consistent ? 0 : 1;
                    then.value(key(now, row), consistent ? published : implied);
                    today.value(key(now, row), share);
                }
            }
            batches.add(then);
            batches.add(today);
        }
        Neighbours.release(batches.toArray(Neighbours.Batch[]::new));
        return corrected;
    }

    private static List<Map<String, String>> exclusions(String edition, List<NamedCsvRecord> rows) {
        return rows.stream()
                .filter(row -> !in(row))
                .map(row -> Map.of("space", key(edition, row), "reason", "left out by the publisher"))
                .toList();
    }

    private static List<NamedCsvRecord> rows(String year) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("berlin-mss/mss_" + year + ".csv"))) {
            return reader.stream().toList();
        }
    }
}
