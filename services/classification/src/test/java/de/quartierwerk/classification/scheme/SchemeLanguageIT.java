package de.quartierwerk.classification.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of the scheme language through the API: what they do, say and refuse. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SchemeLanguageIT {
    private static final List<String> SPACES = List.of("LAN-1", "LAN-2", "LAN-3", "LAN-4", "LAN-9");

    @BeforeAll
    static void given() {
        Neighbours.level("lan-town", 15);
        Neighbours.level("lan-area", 45);
        List<SocialSpace> spaces =
                new ArrayList<>(List.of(Neighbours.space("lan-town", "LAN-A"), Neighbours.space("lan-town", "LAN-B")));
        for (int i = 0; i < SPACES.size(); i++) {
            spaces.add(Neighbours.space("lan-area", i < 2 ? "LAN-A" : "LAN-B", SPACES.get(i)));
        }
        Neighbours.spaces(spaces);
        Neighbours.indicator("lan-x", "mean", "burden");
        Neighbours.indicator("lan-y", "mean", "burden");
        Neighbours.indicator("lan-people", "persons", "count", "neutral");
        Neighbours.Batch x = new Neighbours.Batch("lan-x", 2020);
        Neighbours.Batch earlier = new Neighbours.Batch("lan-x", 2019);
        Neighbours.Batch y = new Neighbours.Batch("lan-y", 2020);
        Neighbours.Batch people = new Neighbours.Batch("lan-people", 2020);
        double[] values = {1, 2, 2, 4, 8};
        for (int i = 0; i < values.length; i++) {
            x.value(SPACES.get(i), values[i]);
            earlier.value(SPACES.get(i), 2 * values[i]);
            people.value(SPACES.get(i), 100 * (i + 1));
            if (i != 3) {
                y.value(SPACES.get(i), 10 * i);
            }
        }
        y.value("LAN-B", 33);
        Neighbours.release(x, earlier, y, people);
    }

    private static Map<String, Object> component(String indicator, Object... more) {
        Map<String, Object> component = new java.util.LinkedHashMap<>();
        component.put("indicator", indicator);
        component.put("polarity", "burden");
        for (int i = 0; i < more.length; i += 2) {
            component.put((String) more[i], more[i + 1]);
        }
        return component;
    }

    private static Map<String, Object> index(String code, String combine, List<?> components, Object... more) {
        Map<String, Object> index = new java.util.LinkedHashMap<>();
        index.put("code", code);
        index.put("components", components);
        index.put("combine", combine);
        for (int i = 0; i < more.length; i += 2) {
            index.put((String) more[i], more[i + 1]);
        }
        return index;
    }

    private static Map<String, Object> scheme(String code, Map<?, ?>... indices) {
        return Map.of("code", code, "title", code, "level", "lan-area", "indices", List.of(indices));
    }

    private static List<Object> values(Map<String, Object> scheme, String index) {
        JsonPath answer = simulated(scheme);
        return SPACES.stream()
                .map(space -> answer.get("results.find { it.space == '" + space + "' }.indices." + index + ".value"))
                .toList();
    }

    private static JsonPath simulated(Map<String, Object> scheme) {
        return JsonPath.from(Api.as("planner")
                .body(Map.of("scheme", scheme, "period", "2020"))
                .post("/simulations")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static Map<String, String> refused(Map<String, Object> index) {
        Map<String, String> errors = new java.util.TreeMap<>();
        List<Map<String, Object>> found = Api.put("planner", scheme("lan-refused", index))
                .then()
                .statusCode(422)
                .extract()
                .path("errors");
        found.forEach(error -> errors.put((String) error.get("pointer"), (String) error.get("code")));
        return errors;
    }

    @Test
    void ranksWithinGroups() {
        assertThat(values(
                        scheme(
                                "lan",
                                index("i", "sum", List.of(component("lan-x", "standardise", "rank", "ties", "min")))),
                        "i"))
                .containsExactly(1f, 3f, 3f, 4f, 5f);
        assertThat(values(
                        scheme(
                                "lan",
                                index(
                                        "i",
                                        "sum",
                                        List.of(component("lan-x", "standardise", "rank", "within", "lan-town")))),
                        "i"))
                .containsExactly(1f, 2f, 1f, 2f, 3f);
        assertThat(values(
                        scheme(
                                "lan",
                                index(
                                        "i",
                                        "sum",
                                        List.of(component("lan-x", "standardise", "rank", "within", "kind")))),
                        "i"))
                .containsExactly(1f, 2.5f, 2.5f, 4f, 1f);
    }

    @Test
    void scalesOfOtherPeriods() {
        Map<String, Object> over = Map.of("periods", List.of("2019"));
        assertThat(values(
                        scheme(
                                "lan",
                                index(
                                        "i",
                                        "sum",
                                        List.of(component("lan-x", "standardise", "min-max")),
                                        "estimatedOver",
                                        over)),
                        "i"))
                .containsExactly(-1f / 14, 0f, 0f, 2f / 14, 6f / 14);
        Api.as("planner")
                .body(Map.of(
                        "scheme",
                        scheme(
                                "lan",
                                index(
                                        "i",
                                        "sum",
                                        List.of(component("lan-x", "standardise", "min-max")),
                                        "estimatedOver",
                                        over)),
                        "period",
                        "2020-Q4"))
                .post("/simulations")
                .then()
                .statusCode(422)
                .body("errors[0].code", org.hamcrest.Matchers.equalTo("run.period-not-comparable"));
    }

    @Test
    void whatTakesThePlaceOfAMissingValueIsMarkedEverywhere() {
        Map<String, Object> scheme = scheme(
                "lan-impute",
                index(
                        "i",
                        "sum",
                        List.of(component(
                                "lan-y", "impute", "larger-area", "transform", List.of("add(1)", "multiply(2)"))),
                        "rollUps",
                        List.of(
                                Map.of("level", "lan-town", "weight", "lan-people"),
                                Map.of(
                                        "code",
                                        "largest",
                                        "level",
                                        "lan-town",
                                        "kind",
                                        "concentration(50)",
                                        "weight",
                                        "lan-people"))));
        Api.stored(scheme);

        String run = Api.run(Map.of("scheme", "lan-impute", "period", "2020"));

        Map<String, Object> result = Api.results("planner", run, "").get(3);
        assertThat(result.get("indices"))
                .hasToString("{i={value=68.0, raw=68.0, class=null, label=null, imputed=[lan-y]}}");
        assertThat(Api.get("planner", "/runs/" + run).getList("warnings.subject"))
                .contains("i: lan-y: 1");
        Map<String, Object> larger =
                Api.results("planner", run, "&level=lan-town").get(1);
        assertThat(((Map<?, ?>) larger.get("indices")).keySet()).hasToString("[i, largest]");
        assertThat(larger.get("indices").toString()).contains("imputed=[lan-y]");
        String csv = Api.as("planner")
                .accept("text/csv")
                .get("/runs/" + run + "/results")
                .asString();
        assertThat(csv.lines().toList().get(0)).isEqualTo("space;excluded;i.raw;i.value;i.class;i.imputed;group;needs");
        assertThat(csv.lines().toList().get(4)).contains(";lan-y;");
        JsonPath explained = Api.get("planner", "/runs/" + run + "/results/LAN-4/explanation");
        assertThat(explained.getString("indices[0].components[0].imputed")).isEqualTo("larger-area");
        assertThat(explained.getString("indices[0].components[0].transform")).isEqualTo("add(1), multiply(2)");
        assertThat(explained.getList("indices[0].sentences").toString()).contains("an seiner Stelle steht larger-area");
    }

    @Test
    void flagsAreExplained() {
        Map<String, Object> scheme = scheme(
                "lan-flags",
                index("share", "sum", List.of(component("lan-x", "standardise", "percent-rank"))),
                index(
                        "flags",
                        "count-of",
                        List.of(
                                Map.of("condition", Map.of("index", "share", "op", ">=", "value", 0.9)),
                                Map.of(
                                        "condition",
                                        Map.of(
                                                "indicator",
                                                "lan-x",
                                                "measure",
                                                "rank",
                                                "ties",
                                                "min",
                                                "op",
                                                "<=",
                                                "value",
                                                2)))));
        Api.stored(scheme);

        String run = Api.run(Map.of("scheme", "lan-flags", "period", "2020"));

        assertThat(values(scheme, "flags")).containsExactly(0f, 0f, 0f, 1f, 2f);
        JsonPath explained = Api.get("planner", "/runs/" + run + "/results/LAN-9/explanation");
        assertThat(explained.getString("indices[1].components[0].condition.type"))
                .isEqualTo("value");
        assertThat(explained.getDouble("indices[1].components[0].condition.found"))
                .isEqualTo(1);
        assertThat(explained.getDouble("indices[1].components[0].contribution")).isEqualTo(1);
    }

    @Test
    void aDocumentIsDescribedInBothLanguages() {
        Map<String, Object> scheme = scheme(
                "lan-words",
                index(
                        "i",
                        "power-mean(2)",
                        List.of(
                                component(
                                        "lan-x",
                                        "transform",
                                        List.of("winsorise(2, 3.5, 5)", "log1p"),
                                        "standardise",
                                        "min-max(0, 3)",
                                        "range",
                                        List.of(0, 100),
                                        "polarityOrder",
                                        "after",
                                        "decimals",
                                        2),
                                component(
                                        "lan-y",
                                        "impute",
                                        "group-mean(lan-town)",
                                        "standardise",
                                        "percentile",
                                        "ties",
                                        "max")),
                        "restandardise",
                        "normal-score",
                        "rawDecimals",
                        3,
                        "estimatedOver",
                        Map.of("lastPeriods", 2),
                        "classes",
                        Map.of(
                                "method", "quantiles",
                                "quantileType", "rank-high",
                                "rankRule", "proc-rank",
                                "probabilities", List.of(0.1, 0.5),
                                "weight", "lan-people"),
                        "rollUp",
                        Map.of("level", "lan-town", "kind", "share-in-class", "inClasses", List.of("3"))));
        Api.stored(scheme);

        String english = described("lan-words", "en");

        assertThat(english)
                .contains("outliers set to the next value until the skewness is below 2")
                .contains("with the fixed ends 0 and 3")
                .contains("to the range 0 to 100")
                .contains("the mean of the spaces of the same group (“lan-town”)")
                .contains("power mean of the prepared numbers with the exponent 2")
                .contains("number of the class = floor(r c / (N + 1)) + 1")
                .contains("up to the shares 0.1; 0.5")
                .contains("share of the spaces (weighted by every space the same) in the classes 3");
        assertThat(described("lan-words", "de"))
                .contains("Normalwert seines Rangs")
                .doesNotContain("description.");
        assertThat(english).doesNotContain("description.");
    }

    private static String described(String code, String language) {
        return Api.as("planner")
                .header("Accept-Language", language)
                .get("/schemes/" + code + "/versions/1/description")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsPlace() {
        Object x = component("lan-x");
        assertThat(refused(index("i", "sum", List.of(component("lan-x", "standardise", "min-max(85, 20)")))))
                .containsOnly(Map.entry("/indices/0/components/0/standardise", "scheme.goalposts-turned"));
        assertThat(refused(index(
                        "i", "sum", List.of(component("lan-x", "standardise", "min-max", "range", List.of(1, 0))))))
                .containsOnly(Map.entry("/indices/0/components/0/range", "scheme.range-turned"));
        assertThat(refused(
                        index("i", "sum", List.of(component("lan-x", "standardise", "rank", "range", List.of(0, 1))))))
                .containsOnly(Map.entry("/indices/0/components/0/range", "scheme.only-with"));
        assertThat(refused(index("i", "sum", List.of(component("lan-x", "standardise", "rank", "within", "lan-area")))))
                .containsOnly(Map.entry("/indices/0/components/0/within", "scheme.level-not-larger"));
        assertThat(refused(index(
                        "i",
                        "sum",
                        List.of(component("lan-x", "standardise", "z-sample", "standardiseWeight", "nothing")))))
                .containsOnly(Map.entry("/indices/0/components/0/standardiseWeight", "indicator.unknown"));
        assertThat(refused(index("i", "sum", List.of(component("lan-x", "transform", List.of("log", "round(1.5)"))))))
                .containsOnly(Map.entry("/indices/0/components/0/transform/1", "scheme.transform-impossible"));
        assertThat(refused(index("i", "sum", List.of(component("lan-x", "transform", "cube")))))
                .containsOnly(Map.entry("/indices/0/components/0/transform", "scheme.wrong-form"));
        assertThat(refused(index("i", "sum", List.of(component("lan-x", "impute", "guess")))))
                .containsOnly(Map.entry("/indices/0/components/0/impute", "scheme.wrong-form"));
        assertThat(refused(index("i", "power-mean(0)", List.of(x))))
                .containsOnly(Map.entry("/indices/0/combine", "scheme.power-zero"));
        assertThat(refused(index("i", "count-of", List.of(x))))
                .containsOnly(Map.entry("/indices/0/components/0", "scheme.count-of-conditions"));
        assertThat(refused(index("i", "factor-analysis", List.of(x, component("lan-y")), "orientation", "lan-x")))
                .containsOnly(Map.entry("/indices/0/components", "scheme.too-few-for-factor"));
        assertThat(refused(index("i", "product", List.of(x), "missing", "renormalise-weights")))
                .containsOnly(Map.entry("/indices/0/missing", "scheme.not-with-product"));
        assertThat(refused(index("i", "sum", List.of(x), "estimatedOver", Map.of("periods", List.of("20x9")))))
                .containsOnly(Map.entry("/indices/0/estimatedOver/periods/0", "period.malformed"));
        assertThat(refused(index(
                        "i",
                        "sum",
                        List.of(x),
                        "classes",
                        Map.of("method", "quantiles", "probabilities", List.of(0.5, 0.2, 1.5)))))
                .containsOnly(
                        Map.entry("/indices/0/classes/probabilities/1", "scheme.probabilities-not-rising"),
                        Map.entry("/indices/0/classes/probabilities/2", "scheme.probabilities-not-rising"));
        assertThat(refused(
                        index("i", "sum", List.of(x), "classes", Map.of("method", "jenks", "count", 3, "ties", "min"))))
                .containsOnly(Map.entry("/indices/0/classes/ties", "scheme.only-with"));
        assertThat(refused(
                        index("i", "sum", List.of(x), "rollUp", Map.of("level", "lan-town", "kind", "extent(30, 10)"))))
                .containsOnly(
                        Map.entry("/indices/0/rollUp/kind", "scheme.per-cents-not-rising"),
                        Map.entry("/indices/0/rollUp/weight", "scheme.field-missing"));
        Map<String, Object> mean = Map.of("level", "lan-town", "weight", "lan-people");
        assertThat(refused(index("i", "sum", List.of(x), "rollUps", List.of(mean, mean))))
                .containsOnly(Map.entry("/indices/0/rollUps/1/code", "scheme.roll-up-twice"));
        assertThat(refused(index(
                        "i",
                        "sum",
                        List.of(Map.of(
                                "condition",
                                Map.of("indicator", "lan-x", "measure", "value", "op", ">", "value", 1),
                                "standardise",
                                "rank")))))
                .containsOnly(Map.entry("/indices/0/components/0/standardise", "scheme.not-with-condition"));
    }
}
