package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.compute.RunOutcomes;
import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Explanations in numbers and in sentences, and the robustness of what they explain. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ExplanationIT {
    private static final String LEVEL = "why-area";
    private static String run;

    private static boolean prepared;

    @Inject
    Runs runs;

    @Inject
    RunOutcomes outcomes;

    @BeforeEach
    void given() {
        if (!prepared) {
            prepared = true;
            prepare();
        }
    }

    private static void prepare() {
        Neighbours.level("district", 10);
        Neighbours.level("municipality", 20);
        Neighbours.level(LEVEL, 40);
        Neighbours.indicator(
                "why-x",
                "percent",
                "ratio",
                "burden",
                3,
                new IndicatorDefined.Protection("cell-key", BigDecimal.valueOf(4), null));
        Neighbours.indicator("why-y", "mean", "relief");
        Neighbours.spaces(List.of(
                Neighbours.space("district", "Y"),
                Neighbours.space("municipality", "Y", "YA"),
                Neighbours.space("municipality", "Y", "YB"),
                Neighbours.space(LEVEL, "Y", "YA", "YA-1"),
                Neighbours.space(LEVEL, "Y", "YA", "YA-2"),
                Neighbours.space(LEVEL, "Y", "YB", "YB-1"),
                Neighbours.space(LEVEL, "Y", "YB", "YB-2")));
        Neighbours.release(
                new Neighbours.Batch("why-x", 2020)
                        .rate("YA-1", 10, 100)
                        .rate("YA-2", 20, 100)
                        .rate("YB-1", 1500, 5000)
                        .rate("YB-2", 4000, 10_000),
                new Neighbours.Batch("why-y", 2020)
                        .value("YA-1", 40)
                        .value("YA-2", 30)
                        .value("YB-1", 35)
                        .value("YB-2", 10));
        Map<String, Object> relief = SchemeDocuments.component("why-y");
        relief.put("polarity", "relief");
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "why",
                LEVEL,
                List.of(SchemeDocuments.index(
                        "lage",
                        List.of(SchemeDocuments.component("why-x"), relief),
                        SchemeDocuments.breaks(
                                List.of(-0.5, 1), List.of("1", "2", "3"), List.of("gut", "mittel", "schwach")))));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "HF1",
                        Map.of(
                                "allOf",
                                List.of(
                                        SchemeDocuments.figure("why-x", "deviation-percent", "municipality", ">", 10),
                                        SchemeDocuments.figure(
                                                "why-x", "numerator", "all", "between", List.of(15, 5000)))))));
        Api.stored(scheme);
        run = Api.run(Map.of("scheme", "why", "period", "2020"));
    }

    @Test
    void theDeviationThatNoiseMakesPossibleIsToldToEverybodyWhoSeesTheExplanation() {
        JsonPath explanation = Api.as("planner")
                .get("/runs/" + run + "/results/YA-1/explanation")
                .jsonPath();

        assertThat(explanation.getList("noise"))
                .isEqualTo(List.of(Map.of("indicator", "why-x", "method", "cell-key", "deviation", 4f)));
        assertThat(explanation.getList("sentences"))
                .contains("„why-x“ ist durch Überlagerung geschützt: jede Anzahl dahinter kann um bis zu 4 von der"
                        + " wahren abweichen.");
    }

    @Test
    void thoseWhoAskAtOnceShareOneComputation() {
        String fresh = Api.run(Map.of("repeatOf", run));
        Run asked = runs.get(UUID.fromString(fresh));

        List<Outcome> found =
                Collections.nCopies(8, asked).parallelStream().map(outcomes::of).toList();

        assertThat(found).allSatisfy(outcome -> assertThat(outcome).isSameAs(found.get(0)));
    }

    @Test
    void numbersOfEverySpaceGiveItsIndex() {
        for (Map<String, Object> result : Api.results("planner", run, "")) {
            JsonPath why = Api.get("planner", "/runs/" + run + "/results/" + result.get("space") + "/explanation");
            double raw = why.<Double>getList("indices[0].components.contribution").stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            Map<?, ?> index = (Map<?, ?>) ((Map<?, ?>) result.get("indices")).get("lage");

            assertThat(raw).isCloseTo((Double) index.get("raw"), within(1e-9));
            assertThat((raw - why.getDouble("indices[0].mean")) / why.getDouble("indices[0].deviation"))
                    .isCloseTo((Double) index.get("value"), within(1e-9));
        }
    }

    @Test
    void aSpaceIsExplainedWithItsSurroundings() {
        JsonPath why = Api.get("planner", "/runs/" + run + "/results/YA-2/explanation");

        assertThat(why.getDouble("indices[0].position.rank")).isEqualTo(3.0);
        assertThat(why.getInt("indices[0].position.of")).isEqualTo(4);
        assertThat(why.getList("indices[0].areas.area")).isEqualTo(List.of("YA", "Y"));
        assertThat(why.getDouble("indices[0].areas[0].position.rank")).isEqualTo(1.0);
        assertThat(why.getDouble("indices[0].components[0].numerator")).isEqualTo(20.0);
        assertThat(why.getDouble("indices[0].components[0].areas[0].rate")).isEqualTo(0.15);
        assertThat(why.getDouble("indices[0].components[0].areas[0].deviationPercent"))
                .isCloseTo(100.0 / 3, within(1e-9));
        assertThat(why.getDouble("indices[0].components[0].areas[1].denominator"))
                .isEqualTo(15_200.0);
        assertThat(why.getList("needs[0].when.parts.held")).isEqualTo(List.of(true, true));
        assertThat(why.getDouble("needs[0].when.parts[0].margin")).isCloseTo(100.0 / 3 - 10, within(1e-9));
        assertThat(why.getDouble("needs[0].when.parts[1].margin")).isEqualTo(5.0);
        assertThat(why.getDouble("needs[0].when.parts[1].denominator")).isEqualTo(100.0);
    }

    @Test
    void theSameInGermanAndEnglishSentences() {
        JsonPath german = Api.get("planner", "/runs/" + run + "/results/YA-2/explanation");
        JsonPath english = Api.as("planner")
                .header("Accept-Language", "en")
                .get("/runs/" + run + "/results/YA-2/explanation")
                .jsonPath();

        assertThat(german.<String>getList("indices[0].sentences"))
                .contains(
                        "Rang 3 von 4 Räumen (1 = höchster Indexwert).",
                        "In Raum YA: Rang 1 von 2.",
                        "Das sind 20 von 100.",
                        "In Raum YA sind es 15 % (30 von 200); der Raum liegt 33,33 % darüber.");
        assertThat(german.<String>getList("indices[0].sentences").get(0))
                .startsWith("„lage“: Indexwert")
                .contains("Klasse 2 (mittel)");
        assertThat(german.<String>getList("needs[0].sentences"))
                .containsExactly(
                        "Bedarf „Feld HF1“: festgestellt.",
                        "Alle folgenden Bedingungen müssen gelten: erfüllt.",
                        "„why-x“ (Abweichung in Prozent gegenüber Raum YA) > 10: gefunden 33,33, Abstand zur Schwelle"
                                + " +23,33, erfüllt. Das sind 20 von 100.",
                        "„why-x“ (Anzahl) zwischen 15 und 5.000: gefunden 20, Abstand zur Schwelle +5, erfüllt. Das sind"
                                + " 20 von 100.");
        assertThat(english.<String>getList("needs[0].sentences"))
                .contains("“why-x” (count) between 15 and 5,000: found 20, distance from the threshold +5, holds. These"
                        + " are 20 of 100.");
    }

    @Test
    void aDensityIsNoPercentage() {
        Neighbours.indicator("why-density", "persons/km2", "ratio", "burden");
        Neighbours.release(new Neighbours.Batch("why-density", 2020)
                .rate("YA-1", 100_000, 100)
                .rate("YA-2", 200_000, 100)
                .rate("YB-1", 300_000, 100));
        Map<String, Object> scheme = SchemeDocuments.scheme(
                "why-density",
                LEVEL,
                List.of(SchemeDocuments.index(
                        "i",
                        SchemeDocuments.components("why-density"),
                        SchemeDocuments.breaks(List.of(0), List.of("1", "2"), List.of("locker", "dicht")))));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "N", SchemeDocuments.figure("why-density", "deviation-percent", "municipality", ">", 0))));
        Api.stored(scheme);
        String dense = Api.run(Map.of("scheme", "why-density", "period", "2020"));

        JsonPath why = Api.get("planner", "/runs/" + dense + "/results/YA-2/explanation");

        assertThat(why.<String>getList("indices[0].sentences"))
                .contains("In Raum YA sind es 1.500 persons/km2; der Raum liegt 33,33 % darüber.")
                .noneMatch(sentence -> sentence.startsWith("Das sind"));
        assertThat(why.<String>getList("needs[0].sentences")).noneMatch(sentence -> sentence.contains("Das sind"));
    }

    @Test
    void everySpaceIsToldHowStableItsClassIs() {
        JsonPath all = Api.get("planner", "/runs/" + run + "/robustness");
        JsonPath spaces = Api.get("planner", "/runs/" + run + "/robustness/spaces?limit=3");

        assertThat(spaces.getList("items.space")).isEqualTo(List.of("YA-1", "YA-2", "YB-1"));
        assertThat(spaces.getString("next")).isNotEmpty();
        assertThat(all.getInt("indices[0].weights.draws")).isEqualTo(1000);
        assertThat(all.getInt("indices[0].weights.seed")).isEqualTo(1);
        assertThat(all.getInt("indices[0].uncertain.spaces")).isEqualTo(2);
        assertThat(all.getList("indices[0].standardisations.standardise")).isEqualTo(List.of("min-max", "percentile"));
        int counted = all.getInt("indices[0].verdicts.stable")
                + all.getInt("indices[0].verdicts.mostly")
                + all.getInt("indices[0].verdicts.fragile");
        assertThat(counted).isEqualTo(4);
        assertThat(all.<String>getList("indices[0].sentences").get(1))
                .endsWith("behalten ihre Klasse in jeder Prüfung.");
        assertThat(spaces.getDouble("items[1].intervals[0].low")).isCloseTo(13.3367, within(1e-4));
        assertThat(spaces.getDouble("items[1].intervals[0].high")).isCloseTo(28.8829, within(1e-4));
        assertThat(spaces.getList("items[2].intervals")).isEmpty();
        assertThat(spaces.<String>getList("items[1].sentences")).isNotEmpty();
        Api.as("planner")
                .get("/runs/" + run + "/robustness/spaces?index=nobody")
                .then()
                .statusCode(400);
        Api.as(null).get("/runs/" + run + "/robustness/spaces").then().statusCode(404);
    }
}
