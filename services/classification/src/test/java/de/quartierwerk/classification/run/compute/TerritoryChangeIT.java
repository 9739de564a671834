package de.quartierwerk.classification.run.compute;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A territory that is drawn anew at the end of 2020, as Berlin's planning areas were: a space stays, a key is given to
 * another one, a space ends, a space begins. Identity is key and validity.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class TerritoryChangeIT {
    private static final String LEVEL = "tc-area";
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2021, 1, 1);

    private static boolean prepared;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepared = true;
            prepare();
        }
    }

    private static void prepare() {
        Neighbours.level("municipality", 20);
        Neighbours.level(LEVEL, 40);
        Neighbours.indicator("tc-x", "mean", "burden");
        Neighbours.indicator("tc-secret", "mean", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "tc"),
                space("tc-stays", FIRST, null, 1),
                space("tc-anew", FIRST, REFORM.minusDays(1), 1),
                space("tc-anew", REFORM, null, 1),
                space("tc-ends", FIRST, REFORM.minusDays(1), 1),
                space("tc-begins", REFORM, null, 1)));
        Neighbours.release(before("tc-x").value("tc-stays", 10), after("tc-x").value("tc-stays", 13));
        Neighbours.release(
                before("tc-secret").suppressed("tc-stays", 10),
                after("tc-secret").suppressed("tc-stays", 13));
        for (String indicator : List.of("tc-x", "tc-secret")) {
            Api.approved(scheme(indicator, "value"));
            Api.approved(scheme(indicator, "change"));
        }
    }

    private static SocialSpace space(String key, LocalDate from, LocalDate to, int version) {
        return new SocialSpace(
                key, key, LEVEL, "tc", List.of("tc", key), from, to, BigDecimal.TEN, null, Map.of(), version);
    }

    private static Neighbours.Batch before(String indicator) {
        return new Neighbours.Batch(indicator, 2020)
                .value("tc", 25)
                .value("tc-anew", 20)
                .value("tc-ends", 30);
    }

    private static Neighbours.Batch after(String indicator) {
        return new Neighbours.Batch(indicator, 2021)
                .value("tc", 35)
                .value("tc-anew", 50)
                .value("tc-begins", 60);
    }

    /** The number itself as the index. */
    private static Map<String, Object> scheme(String indicator, String measure) {
        Map<String, Object> component = SchemeDocuments.component(indicator);
        component.put("measure", measure);
        component.put("standardise", "none");
        if (measure.equals("change")) {
            component.put("lag", 1);
        }
        Map<String, Object> index = SchemeDocuments.index(
                "i",
                List.of(component),
                SchemeDocuments.breaks(List.of(15), List.of("1", "2"), List.of("low", "high")));
        index.put("restandardise", "none");
        return SchemeDocuments.scheme(indicator + "-" + measure, LEVEL, List.of(index));
    }

    private static String start(String user, Map<String, Object> body) {
        String id = Api.as(user)
                .body(body)
                .post("/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Api.ended(id);
        return id;
    }

    private static String basis(String user, String scheme, String period, String asOf) {
        Map<String, Object> body = new HashMap<>(Map.of("scheme", scheme, "period", period));
        if (asOf != null) {
            body.put("asOf", asOf);
        }
        JsonPath run = Api.get(user, "/runs/" + start(user, body));
        boolean warned = run.getList("warnings.code").contains("run.public-by-choice");
        assertThat(warned).isEqualTo(run.getString("basis").equals("public"));
        return run.getString("basis");
    }

    private static Map<String, Double> values(String run) {
        Map<String, Double> values = new HashMap<>();
        Api.results("planner", run, "").forEach(result -> {
            Map<?, ?> index = (Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("i");
            values.put((String) result.get("space"), (Double) index.get("value"));
        });
        return values;
    }

    @Test
    void runsOverTheSpacesThatTheValuesWereReleasedForStayExact() {
        assertThat(basis("planner", "tc-secret-value", "2020", "2020-12-31")).isEqualTo("exact");
        assertThat(basis("planner", "tc-secret-value", "2021", null)).isEqualTo("exact");
        assertThat(basis("planner", "tc-secret-value", "2021", "2021-12-31")).isEqualTo("exact");
    }

    @Test
    void takesTheSpacesOfTheEndOfThePeriodUnlessADayIsAskedFor() {
        String run = start("planner", Map.of("scheme", "tc-x-value", "period", "2020"));

        assertThat(Api.get("planner", "/runs/" + run).getString("asOf")).isEqualTo("2020-12-31");
        assertThat(values(run)).containsOnlyKeys("tc-stays", "tc-anew", "tc-ends");
    }

    @Test
    void aDayOnWhichSpacesWithValuesAreNotThereIsAChoiceOfSpaces() {
        assertThat(basis("planner", "tc-secret-value", "2020", "2021-06-30")).isEqualTo("public");
        assertThat(basis("planner", "tc-secret-value", "2021", "2020-12-31")).isEqualTo("public");
        assertThat(basis("steward", "tc-secret-value", "2020", "2021-06-30")).isEqualTo("exact");
        assertThat(basis("planner", "tc-x-value", "2020", null)).isEqualTo("exact");
    }

    @Test
    void changesOfSomeSpacesOnlyAreAChoiceOfSpaces() {
        assertThat(basis("planner", "tc-secret-change", "2021", null)).isEqualTo("public");
        assertThat(basis("planner", "tc-x-change", "2021", null)).isEqualTo("exact");
    }

    @Test
    void aRootOfOnesOwnIsAChoiceOfSpaces() {
        Neighbours.level("ow-area", 40);
        Neighbours.indicator("ow-secret", "mean", "burden");
        Neighbours.spaces(List.of(
                Neighbours.space("municipality", "ow-a"),
                Neighbours.space("municipality", "ow-b"),
                Neighbours.space("ow-area", "ow-a", "ow-1"),
                Neighbours.space("ow-area", "ow-a", "ow-2"),
                Neighbours.space("ow-area", "ow-b", "ow-3")));
        Neighbours.release(new Neighbours.Batch("ow-secret", 2020)
                .suppressed("ow-1", 1)
                .value("ow-2", 2)
                .value("ow-3", 3));
        Map<String, Object> scheme = scheme("ow-secret", "value");
        scheme.put("level", "ow-area");
        Api.approved(scheme);

        String part = start("planner", Map.of("scheme", "ow-secret-value", "period", "2020", "area", "ow-a"));

        assertThat(Api.get("planner", "/runs/" + part).getString("basis")).isEqualTo("public");
        assertThat(basis("planner", "ow-secret-value", "2020", null)).isEqualTo("exact");
    }

    @Test
    void aValueBelongsToTheSpaceThatHadTheKeyOnItsReferenceDate() {
        Map<String, Double> changes = values(start("planner", Map.of("scheme", "tc-x-change", "period", "2021")));
        Map<String, Double> later =
                values(start("planner", Map.of("scheme", "tc-x-value", "period", "2020", "asOf", "2021-12-31")));
        Map<String, Double> then =
                values(start("planner", Map.of("scheme", "tc-x-value", "period", "2020", "asOf", "2020-12-31")));

        assertThat(changes).containsEntry("tc-stays", 3.0).containsEntry("tc-anew", null);
        assertThat(later).containsEntry("tc-stays", 10.0).containsEntry("tc-anew", null);
        assertThat(then).isEqualTo(Map.of("tc-stays", 10.0, "tc-anew", 20.0, "tc-ends", 30.0));
    }

    @Test
    void aRepetitionKeepsToWhatTheRegistrySaidThen() {
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(
                new SocialSpace("tr-1", "1", "tr-area", null, List.of("tr-1"), FIRST, null, null, null, Map.of(), 1));
        Neighbours.level("tr-area", 40);
        Neighbours.indicator("tr-x", "mean", "burden");
        Neighbours.spaces(spaces);
        Neighbours.release(new Neighbours.Batch("tr-x", 2020).value("tr-1", 7));
        Map<String, Object> scheme = scheme("tr-x", "value");
        scheme.put("level", "tr-area");
        Api.stored(scheme);
        String first = start("planner", Map.of("scheme", "tr-x-value", "period", "2020"));
        Neighbours.spaces(List.of(
                new SocialSpace(
                        "tr-1",
                        "1",
                        "tr-area",
                        null,
                        List.of("tr-1"),
                        FIRST,
                        REFORM.minusDays(1),
                        null,
                        null,
                        Map.of(),
                        2),
                new SocialSpace("tr-1", "1", "tr-area", null, List.of("tr-1"), REFORM, null, null, null, Map.of(), 3)));

        String repeated = start("planner", Map.of("repeatOf", first));
        String anew = start("planner", Map.of("scheme", "tr-x-value", "period", "2020", "asOf", "2021-12-31"));

        assertThat(values(repeated)).isEqualTo(Map.of("tr-1", 7.0));
        assertThat(values(anew)).isEqualTo(Collections.singletonMap("tr-1", null));
    }
}
