package de.quartierwerk.classification.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Methods of indices of other countries as documents, each computed here once more in its own way. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OtherCountriesIT {
    private static final double[] X = {3, 8, 8, 15, 21, 2, 34, 5, 13, 55, 1, 4};
    private static final double[] Y = {20, 35, 12, 50, 41, 18, 77, 30, 22, 64, 9, 27};
    private static final double[] Z = {0.61, 0.42, 0.77, 0.35, 0.48, 0.81, 0.22, 0.66, 0.59, 0.31, 0.9, 0.7};
    private static final int SIZE = X.length;

    @BeforeAll
    static void given() {
        Neighbours.level("oc-area", 40);
        Neighbours.spaces(IntStream.range(0, SIZE)
                .mapToObj(i -> Neighbours.space("oc-area", key(i)))
                .toList());
        release("oc-x", X);
        release("oc-y", Y);
        release("oc-z", Z);
    }

    private static void release(String indicator, double... values) {
        Neighbours.indicator(indicator, "index", "index", "burden");
        Neighbours.Batch batch = new Neighbours.Batch(indicator, 2020);
        for (int i = 0; i < SIZE; i++) {
            batch.value(key(i), values[i]);
        }
        Neighbours.release(batch);
    }

    private static String key(int i) {
        return String.format("OC-%02d", i);
    }

    private static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put((String) members[i], members[i + 1]);
        }
        return object;
    }

    private static Map<String, Object> component(String indicator, Object... more) {
        Map<String, Object> component = object("indicator", indicator, "polarity", "burden");
        component.putAll(object(more));
        return component;
    }

    private static Map<String, Object> index(String code, String combine, List<?> components, Object... more) {
        Map<String, Object> index = object("code", code, "components", components, "combine", combine);
        index.putAll(object(more));
        return index;
    }

    private static JsonPath simulated(Map<?, ?>... indices) {
        Map<String, Object> scheme =
                Map.of("code", "oc", "title", "oc", "level", "oc-area", "indices", List.of(indices));
        return JsonPath.from(Api.as("planner")
                        .body(Map.of("scheme", scheme, "period", "2020"))
                        .post("/simulations")
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(200)
                        .extract()
                        .asString())
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static Object found(JsonPath answer, int i, String index, String field) {
        return answer.get("results.find { it.space == '" + key(i) + "' }.indices." + index + "." + field);
    }

    private static void agrees(JsonPath answer, String index, IntToDoubleFunction expected, double difference) {
        for (int i = 0; i < SIZE; i++) {
            assertThat(((Number) found(answer, i, index, "value")).doubleValue())
                    .as(index + " of " + key(i))
                    .isCloseTo(expected.applyAsDouble(i), within(difference));
        }
    }

    private static double[] each(IntToDoubleFunction number) {
        return IntStream.range(0, SIZE).mapToDouble(number).toArray();
    }

    private static double[] z(double... x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance =
                Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum() / x.length;
        return Arrays.stream(x).map(each -> (each - mean) / Math.sqrt(variance)).toArray();
    }

    /** Townsend (1988): z of ln(x + 1), summed; unemployment and overcrowding are skewed. */
    @Test
    void townsend() {
        JsonPath answer = simulated(index(
                "townsend",
                "sum",
                List.of(
                        component("oc-x", "transform", "log1p", "standardise", "z-population"),
                        component("oc-y", "standardise", "z-population"))));

        double[] unemployed = z(each(i -> Math.log(X[i] + 1)));
        double[] owners = z(Y);
        agrees(answer, "townsend", i -> unemployed[i] + owners[i], 1e-6);
    }

    /** SEIFA (Australia) and NZDep: first principal component with mean 1,000 and deviation 100, in quintiles. */
    @Test
    void seifa() {
        JsonPath answer = simulated(
                index(
                        "factor",
                        "first-principal-component",
                        List.of(component("oc-x"), component("oc-y")),
                        "orientation",
                        "oc-x",
                        "restandardise",
                        "z-population"),
                index(
                        "score",
                        "sum",
                        List.of(object("index", "factor", "transform", List.of("multiply(100)", "add(1000)"))),
                        "decimals",
                        0,
                        "classes",
                        object("method", "quantiles", "quantileType", "rank-low", "rankRule", "ntile", "count", 5)));

        double[] sum = z(each(i -> z(X)[i] + z(Y)[i]));
        agrees(answer, "score", i -> Math.round(1000 + 100 * sum[i]), 1e-9);
        double[] sorted = Arrays.stream(sum).sorted().toArray();
        int[] ends = {3, 6, 8, 10, 12}; // the first 12 mod 5 classes hold one more
        for (int i = 0; i < SIZE; i++) {
            int rank = Arrays.binarySearch(sorted, sum[i]) + 1;
            int number = 1;
            while (rank > ends[number - 1]) {
                number++;
            }
            assertThat(found(answer, i, "score", "class")).isEqualTo(Integer.toString(number));
        }
    }

    /** Social Vulnerability Index (CDC/ATSDR): percent ranks to 4 decimals, summed, ranked again; flags from 0.9. */
    @Test
    void socialVulnerability() {
        JsonPath answer = simulated(
                index("a", "sum", List.of(component("oc-x", "standardise", "percent-rank", "decimals", 4))),
                index("b", "sum", List.of(component("oc-y", "standardise", "percent-rank", "decimals", 4))),
                index(
                        "svi",
                        "sum",
                        List.of(object("index", "a"), object("index", "b")),
                        "restandardise",
                        "percent-rank",
                        "decimals",
                        4),
                index(
                        "flags",
                        "count-of",
                        List.of(
                                object("condition", object("index", "a", "op", ">=", "value", 0.9)),
                                object("condition", object("index", "b", "op", ">=", "value", 0.9)))));

        double[] a = percentRanks(X);
        double[] b = percentRanks(Y);
        double[] all = percentRanks(each(i -> Math.round((a[i] + b[i]) * 1e4) / 1e4));
        agrees(answer, "svi", i -> all[i], 1e-9);
        agrees(answer, "flags", i -> (a[i] >= 0.9 ? 1 : 0) + (b[i] >= 0.9 ? 1 : 0), 0);
    }

    private static double[] percentRanks(double... x) {
        return Arrays.stream(x)
                .map(each -> Arrays.stream(x).filter(other -> other < each).count() / (x.length - 1.0))
                .map(rank -> Math.round(rank * 1e4) / 1e4)
                .toArray();
    }

    /** Gender Inequality Index (UNDP): harmonic mean of two geometric means over the geometric mean of the means. */
    @Test
    void genderInequality() {
        Map<String, Object> health = index(
                "health",
                "geometric-mean",
                List.of(
                        component("oc-x", "transform", List.of("floor(10)", "cap(1000)", "power(-1)", "multiply(10)")),
                        component("oc-y", "transform", List.of("power(-1)"))));
        Map<String, Object> women =
                index("women", "geometric-mean", List.of(object("index", "health"), component("oc-z")), "decimals", 8);
        Map<String, Object> men =
                index("men", "sum", List.of(component("oc-z", "transform", List.of("power(0.5)"))), "decimals", 8);
        Map<String, Object> both =
                index("both", "harmonic-mean", List.of(object("index", "women"), object("index", "men")));
        Map<String, Object> level = index(
                "level",
                "geometric-mean",
                List.of(object("index", "health", "transform", List.of("add(1)", "multiply(0.5)")), component("oc-z")));
        Map<String, Object> inequality = index(
                "ratio",
                "product",
                List.of(object("index", "both"), object("index", "level", "transform", List.of("power(-1)"))));
        Map<String, Object> index = index(
                "gii",
                "sum",
                List.of(object("index", "ratio", "transform", List.of("multiply(-1)", "add(1)"))),
                "decimals",
                3);

        JsonPath answer = simulated(health, women, men, both, level, inequality, index);

        agrees(
                answer,
                "gii",
                i -> {
                    double well = Math.sqrt(10 / Math.max(10, Math.min(1000, X[i])) / Y[i]);
                    double ofWomen = Math.round(Math.sqrt(well * Z[i]) * 1e8) / 1e8;
                    double ofMen = Math.round(Math.sqrt(Z[i]) * 1e8) / 1e8;
                    double harmonic = 2 / (1 / ofWomen + 1 / ofMen);
                    return Math.round((1 - harmonic / Math.sqrt((well + 1) / 2 * Z[i])) * 1e3) / 1e3;
                },
                1e-9);
    }

    /** CalEnviroScreen: means of percentiles, the second at half weight, each by its largest, to 10; their product. */
    @Test
    void environmentScreen() {
        JsonPath answer = simulated(
                index(
                        "burden",
                        "mean",
                        List.of(
                                component("oc-x", "standardise", "percentile", "weight", 1),
                                component("oc-y", "standardise", "percentile", "weight", 0.5)),
                        "restandardise",
                        "share-of-maximum"),
                index(
                        "people",
                        "mean",
                        List.of(component("oc-z", "standardise", "percentile")),
                        "restandardise",
                        "share-of-maximum"),
                index(
                        "score",
                        "product",
                        List.of(
                                object("index", "burden", "transform", "multiply(10)"),
                                object("index", "people", "transform", "multiply(10)"))));

        double[] burden = each(i -> (percentile(X, i) + percentile(Y, i) / 2) / 1.5);
        double[] people = each(i -> percentile(Z, i));
        double mostBurden = Arrays.stream(burden).max().orElseThrow();
        double mostPeople = Arrays.stream(people).max().orElseThrow();
        agrees(answer, "score", i -> 10 * burden[i] / mostBurden * (10 * people[i] / mostPeople), 1e-9);
    }

    private static double percentile(double[] x, int i) {
        long below = Arrays.stream(x).filter(other -> other < x[i]).count();
        long equal = Arrays.stream(x).filter(other -> other == x[i]).count();
        return (below + equal / 2.0) / x.length * 100;
    }

    /** Sustainable Development Report: cut at percentiles, 0 to 100, mean to 2 decimals, missing ones left out. */
    @Test
    void sustainableDevelopment() {
        JsonPath answer = simulated(index(
                "sdg",
                "mean",
                List.of(
                        component(
                                "oc-x",
                                "transform",
                                "trim(2.5, 97.5)",
                                "standardise",
                                "min-max",
                                "range",
                                List.of(0, 100)),
                        object(
                                "indicator",
                                "oc-y",
                                "polarity",
                                "relief",
                                "transform",
                                "trim(2.5, 97.5)",
                                "standardise",
                                "min-max",
                                "range",
                                List.of(0, 100))),
                "missing",
                "renormalise-weights",
                "decimals",
                2));

        double[] x = scaled(X);
        double[] y = scaled(Y);
        agrees(answer, "sdg", i -> Math.round((x[i] + 100 - y[i]) / 2 * 100) / 100.0, 1e-9);
    }

    private static double[] scaled(double... x) {
        double[] sorted = Arrays.stream(x).sorted().toArray();
        double low = percentile(sorted, 0.025);
        double high = percentile(sorted, 0.975);
        return Arrays.stream(x)
                .map(each -> 100 * (Math.max(low, Math.min(high, each)) - low) / (high - low))
                .toArray();
    }

    private static double percentile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
