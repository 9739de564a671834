package de.quartierwerk.ingestion.release.value;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table of values that is longer than what comes at once says where it goes on. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
@TestProfile(LongTableIT.ShortTables.class)
class LongTableIT {

    /** Tables that a test exceeds. */
    public static class ShortTables implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quartierwerk.ingestion.longest-table", "4");
        }
    }

    @Test
    void walksATableToItsEnd() {
        Region.tell();
        Api.indicator("long-table", "mean", "persons");
        StringBuilder file = new StringBuilder("raum;a\n");
        List<String> expected = new ArrayList<>();
        for (String municipality : List.of("99001001", "99001002")) {
            for (int i = 1; i <= 3; i++) {
                file.append(municipality).append("-0").append(i).append(";7\n");
                expected.add(municipality + "-0" + i);
            }
        }
        Api.release(file.toString(), Api.mapping("long-table", "2013"));

        assertThat(walk("/ingestion/v1/values?indicator=long-table&level=social-space"))
                .containsExactly(expected.subList(0, 4), expected.subList(4, 6));
        assertThat(walk("/ingestion/v1/values?indicator=long-table&level=social-space&limit=5"))
                .containsExactly(expected.subList(0, 5), expected.subList(5, 6));
        assertThat(walk("/ingestion/v1/values?indicator=long-table&space=99001001-01&space=99001001-02"
                        + "&space=99001001-03&space=99001002-01"))
                .containsExactly(expected.subList(0, 4));
    }

    /** The spaces of each part, along the links. */
    private static List<List<String>> walk(String start) {
        List<List<String>> parts = new ArrayList<>();
        String path = start;
        while (path != null) {
            Response table = RestAssured.given().basePath("").accept("text/csv").get(path);
            assertThat(table.statusCode()).isEqualTo(200);
            parts.add(table.asString()
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .toList());
            String link = table.header("Link");
            path = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return parts;
    }
}
