package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes and needs that would tell a suppressed count are withheld. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ClassLeakIT {
    private static final String[] SPACES = {"L-a", "L-b", "L-c", "L-d", "L-e", "L-f", "L-g", "L-h"};
    private static final int[] COUNTS = {2, 5, 40, 60, 10, 11, 12, 30};
    private static boolean prepared;

    @BeforeEach
    void given() {
        if (!prepared) {
            Neighbours.level("leak-area", 40);
            Neighbours.indicator("leak-n", "count", "burden");
            List<String> spaces = List.of(SPACES);
            Neighbours.spaces(spaces.stream()
                    .map(space -> Neighbours.space("leak-area", space))
                    .toList());
            for (int year = 2020; year < 2024; year++) {
                Neighbours.Batch batch = new Neighbours.Batch("leak-n", year);
                for (int i = 0; i < SPACES.length; i++) {
                    batch = i < 2 ? batch.suppressed(SPACES[i], COUNTS[i]) : batch.value(SPACES[i], COUNTS[i]);
                }
                Neighbours.release(batch);
            }
            prepared = true;
        }
    }

    @Test
    void narrowClassesAreWithheldAndCounted() {
        String run = run("leak-narrow", 2020, breaks(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5));

        assertThat(classes("planner", run).subList(0, 2)).containsOnlyNulls();
        assertThat(classes("planner", run).subList(2, 8)).doesNotContainNull();
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheld")).isEqualTo(2);
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.classified"))
                .isEqualTo(6);
        Api.as("planner")
                .get("/runs/" + run + "/results/L-a/explanation")
                .then()
                .statusCode(403)
                .body("code", is("result.withheld"));
    }

    @Test
    void wideClassesAreShown() {
        String run = run("leak-wide", 2021, breaks(8.5, 35.0));

        assertThat(classes("planner", run)).doesNotContainNull();
        assertThat(Api.get("planner", "/runs/" + run).getInt("counts.withheld")).isZero();
    }

    @Test
    void severalWideClassesTogetherAreNarrow() {
        run("leak-first", 2022, breaks(3.5));

        String second = run("leak-second", 2022, breaks(1.5));

        assertThat(classes("planner", second).get(0)).isNull();
    }

    private static Map<String, Object> breaks(Double... breaks) {
        return SchemeDocuments.breaks(List.of(breaks), codes(breaks.length + 1), codes(breaks.length + 1));
    }

    private static List<String> codes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    private static String run(String code, int year, Map<String, Object> classes) {
        Map<String, Object> component = SchemeDocuments.component("leak-n");
        component.put("standardise", "none");
        Map<String, Object> index = SchemeDocuments.index("i", List.of(component), classes);
        index.put("restandardise", "none");
        Api.approved(SchemeDocuments.scheme(code, "leak-area", List.of(index)));
        return Api.run(Map.of("scheme", code, "period", Integer.toString(year)));
    }

    private static List<Object> classes(String user, String run) {
        List<Object> classes = new ArrayList<>();
        Api.results(user, run, "")
                .forEach(result ->
                        classes.add(((Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("i")).get("class")));
        return classes;
    }
}
