package de.quartierwerk.classification.run.start;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An attacker with a planner's rights probes two regions that are alike in all that is public and differ in what is
 * suppressed or rounded. Whatever is asked, both must answer alike; a steward's answers differ, so the probes would
 * notice.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AttackIT {
    private static final int[] SECRET = {1, 2};
    private static final int[] BEHIND_ROUNDING = {301, 304};
    private static final int[] SECRET_WEIGHT = {40, 90};

    /** Numerators of 300: in the first place what is suppressed, in the second what the public sees as 20.2 percent. */
    private static final int[] PUBLIC = {0, 0, 3, 6, 30, 45, 60, 90};

    private static boolean prepared;

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
        for (int world = 0; world < 2; world++) {
            given(world);
        }
    }

    private static void given(int world) {
        String w = "w" + world;
        Neighbours.level(w + "-area", 40);
        Neighbours.indicator(w + "-x", "ratio", "burden");
        Neighbours.indicator(w + "-y", "ratio", "burden");
        Neighbours.indicator(w + "-n", "count", "neutral");
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(Neighbours.space("district", w));
        spaces.add(Neighbours.space("municipality", w, w + "-A"));
        spaces.add(Neighbours.space("municipality", w, w + "-B"));
        Neighbours.Batch x = new Neighbours.Batch(w + "-x", 2020);
        Neighbours.Batch y = new Neighbours.Batch(w + "-y", 2020);
        Neighbours.Batch n = new Neighbours.Batch(w + "-n", 2020);
        for (int i = 0; i < PUBLIC.length; i++) {
            String municipality = w + (i % 4 < 2 ? "-A" : "-B");
            String key = w + "-" + i;
            addSpaces(spaces, w, municipality, i);
            if (i == 0) {
                x.suppressedRate(key, SECRET[world], 150);
                n.suppressed(key, SECRET_WEIGHT[world]);
            } else if (i == 1) {
                x.roundedRate(key, BEHIND_ROUNDING[world], 1500, 20.2);
                n.value(key, 1500);
            } else {
                x.rate(key, PUBLIC[i], 300);
                n.value(key, 300);
            }
            y.rate(key, 20 + i, 300);
        }
        Neighbours.spaces(spaces);
        Neighbours.release(x, y, n);
        Api.approved(approved(w));
        Map<String, Object> where = approved(w);
        where.put("code", w + "-where");
        where.put("universe", Map.of("where", List.of(Map.of("attribute", "probe", "equals", "yes"))));
        Api.approved(where);
        Map<String, Object> large = approved(w);
        large.put("code", w + "-large");
        large.put("universe", Map.of("minimum", Map.of("indicator", "registry:area-km2", "value", 3)));
        Api.approved(large);
    }

    /**
     * What the attacker wrote into the registry: two spaces, the one with the secret among them, that are alone on a
     * day before all others, that were given in years long past, and that alone have an attribute and a large boundary.
     */
    private static void addSpaces(List<SocialSpace> spaces, String w, String municipality, int i) {
        boolean chosen = i == 0 || i == 2;
        Map<String, String> attributes = Map.of("probe", chosen ? "yes" : "no");
        LocalDate since = LocalDate.of(chosen ? 2000 : 2010, 1, 1);
        spaces.add(space(w, municipality, i, since, null, attributes));
        if (chosen) {
            spaces.add(space(w, municipality, i, LocalDate.of(1990, 1, 1), since.minusDays(1), attributes));
        }
    }

    private static SocialSpace space(
            String w, String municipality, int i, LocalDate from, LocalDate to, Map<String, String> attributes) {
        String key = w + "-" + i;
        List<String> path = List.of(w, municipality, key);
        BigDecimal area = BigDecimal.valueOf("yes".equals(attributes.get("probe")) ? 4_000_000 : 2_000_000);
        return new SocialSpace(
                key, "Raum " + key, w + "-area", municipality, path, from, to, area, null, attributes, 1);
    }

    /** Approved by a steward; with the whole region no class depends on which of the secrets is true. */
    private static Map<String, Object> approved(String w) {
        Map<String, Object> scheme = scheme(w, w + "-approved", "z-population", List.of(-1, 1));
        Map<String, Object> weighed = SchemeDocuments.index("weighed", SchemeDocuments.components(w + "-y"), CLASSES);
        weighed.put("rollUp", Map.of("level", "municipality", "weight", w + "-n", "restandardise", "none"));
        scheme.put("indices", List.of(((List<?>) scheme.get("indices")).get(0), weighed));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "N",
                        Map.of(
                                "allOf",
                                List.of(
                                        SchemeDocuments.figure(w + "-x", "numerator", "all", ">", 1),
                                        SchemeDocuments.figure(w + "-y", "numerator", "all", ">", 25),
                                        Map.of(
                                                "not",
                                                SchemeDocuments.figure(w + "-x", "excess-count", "all", "<", -15)))))));
        return scheme;
    }

    private static final Map<String, Object> CLASSES =
            SchemeDocuments.breaks(List.of(-1, 1), List.of("1", "2", "3"), List.of("low", "middle", "high"));

    private static Map<String, Object> scheme(String w, String code, String standardise, List<?> breaks) {
        Map<String, Object> component = SchemeDocuments.component(w + "-x");
        component.put("standardise", standardise);
        Map<String, Object> index = SchemeDocuments.index(
                "i",
                List.of(component, SchemeDocuments.component(w + "-y")),
                SchemeDocuments.breaks(breaks, List.of("1", "2", "3"), List.of("low", "middle", "high")));
        index.put("restandardise", standardise);
        return SchemeDocuments.scheme(code, w + "-area", List.of(index));
    }

    /** Schemes of the attacker's own: thresholds, measures and breaks all around the secret. */
    private static List<Map<String, Object>> schemes(String w) {
        List<Map<String, Object>> schemes = new ArrayList<>();
        for (int step = 0; step < 2; step++) {
            Map<String, Object> scheme = scheme(w, w + "-probe-" + step, "none", List.of(step + 0.3, step + 0.7));
            List<Map<String, Object>> needs = new ArrayList<>();
            for (String measure : List.of(
                    "numerator",
                    "value",
                    "z",
                    "rank",
                    "percentile",
                    "deviation-percent",
                    "excess-count",
                    "share-of-reference")) {
                for (String reference : List.of("all", "municipality")) {
                    boolean own = measure.equals("numerator") || measure.equals("value");
                    if (!own || reference.equals("all")) {
                        needs.add(SchemeDocuments.need(
                                measure + "-" + reference,
                                SchemeDocuments.figure(w + "-x", measure, reference, ">", step + 0.5)));
                    }
                }
            }
            scheme.put("needs", needs);
            scheme.put("universe", Map.of("minimum", Map.of("indicator", w + "-n", "value", 60 * step)));
            schemes.add(scheme);
        }
        return schemes;
    }

    /** Every answer to a caller's probes, without what differs by name only. */
    private static Map<String, String> probe(String user, int world) {
        String w = "w" + world;
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> runs = new ArrayList<>();
        for (Map<String, Object> scheme : schemes(w)) {
            Api.put(user, scheme);
            runs.add(run(user, Map.of("scheme", scheme.get("code"), "period", "2020")));
            simulate(answers, user, scheme, Map.of());
        }
        String scheme = w + "-approved";
        runs.add(run(user, Map.of("scheme", scheme, "version", 1, "period", "2020")));
        runs.add(run(user, Map.of("repeatOf", runs.get(runs.size() - 1))));
        runs.add(run(user, Map.of("scheme", scheme, "version", 1, "period", "2020", "area", w + "-A")));
        runs.add(run(user, Map.of("scheme", scheme, "version", 1, "period", "2020", "exclusions", allBut(w, 2))));
        List<Map<String, String>> secrets =
                List.of(Map.of("space", w + "-0", "reason", "probe"), Map.of("space", w + "-1", "reason", "probe"));
        runs.add(run(user, Map.of("scheme", scheme, "version", 1, "period", "2020", "exclusions", secrets)));
        Map<String, Object> next = approved(w);
        next.put("title", "Next");
        next.put(
                "needs",
                List.of(SchemeDocuments.need("N", SchemeDocuments.figure(w + "-x", "numerator", "all", ">", 1))));
        Api.put(user, next);
        runs.add(run(user, Map.of("scheme", scheme, "period", "2020")));
        simulate(answers, user, approved(w), Map.of("exclusions", allBut(w, 2)));
        for (String asOf : List.of("1990-06-01", "2005-06-01")) {
            runs.add(run(user, Map.of("scheme", scheme, "version", 1, "period", "2020", "asOf", asOf)));
        }
        runs.add(run(user, Map.of("scheme", w + "-where", "period", "2020")));
        runs.add(run(user, Map.of("scheme", w + "-large", "period", "2020")));
        for (int k = 0; k < runs.size(); k++) {
            read(answers, user, "run " + k, w, runs.get(k));
            String comparison = "/runs/" + runs.get(k) + "/comparison?with=" + runs.get(2);
            note(answers, "compared " + k, Api.as(user).get(comparison));
        }
        return answers;
    }

    private static List<Map<String, String>> allBut(String w, int other) {
        List<Map<String, String>> exclusions = new ArrayList<>();
        for (int i = 1; i < PUBLIC.length; i++) {
            if (i != other) {
                exclusions.add(Map.of("space", w + "-" + i, "reason", "probe"));
            }
        }
        return exclusions;
    }

    private static void simulate(
            Map<String, String> answers, String user, Map<String, Object> scheme, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("scheme", scheme);
        body.put("period", "2020");
        note(answers, "simulation " + answers.size(), Api.as(user).body(body).post("/simulations"));
    }

    private static String run(String user, Map<String, Object> body) {
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

    private static void read(Map<String, String> answers, String user, String name, String w, String run) {
        for (String path : List.of("", "/results", "/results?level=municipality", "/robustness", "/needs")) {
            note(answers, name + path, Api.as(user).get("/runs/" + run + path));
        }
        note(answers, name + " stability", Api.as(user).get("/runs/" + run + "/robustness/spaces?index=i"));
        note(answers, name + " table", Api.as(user).accept("text/csv").get("/runs/" + run + "/results"));
        for (int i : List.of(0, 1, 3)) {
            String path = "/results/" + w + "-" + i + "/explanation";
            note(answers, name + path.replace(w, ""), Api.as(user).get("/runs/" + run + path));
        }
    }

    private static void note(Map<String, String> answers, String name, Response answer) {
        String text = answer.asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "ID")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "INSTANT")
                .replaceAll("w[01]", "w");
        answers.put(name, answer.statusCode() + " " + text);
    }

    @Test
    void aPlannerLearnsNothing() {
        Map<String, String> first = probe("planner", 0);
        Map<String, String> second = probe("planner", 1);

        assertThat(first).hasSizeGreaterThan(90);
        assertThat(first.values()).noneMatch(answer -> answer.startsWith("5"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSameProbesShowAStewardWhatIsHidden() {
        Map<String, String> first = probe("steward", 0);
        Map<String, String> second = probe("steward", 1);

        List<String> told = first.keySet().stream()
                .filter(name -> !first.get(name).equals(second.get(name)))
                .toList();
        assertThat(told)
                .contains(
                        "run 2/results",
                        "run 2 table",
                        "run 2/results?level=municipality",
                        "run 2/results/-0/explanation",
                        "run 2/results/-3/explanation",
                        "run 5/results",
                        "run 9/results",
                        "run 10/results",
                        "run 11/results");
        assertThat(told).noneMatch(name -> name.startsWith("simulation"));
    }

    @Test
    void publishedEventsAndOpenReadsTellNothing() {
        List<String> told = new ArrayList<>();
        for (int world = 0; world < 2; world++) {
            String w = "w" + world;
            String run = run("planner", Map.of("scheme", w + "-approved", "version", 1, "period", "2020"));
            Api.as("planner")
                    .body(Map.of())
                    .post("/runs/" + run + "/publication")
                    .then()
                    .statusCode(200);
            Map<String, String> answers = new LinkedHashMap<>();
            read(answers, null, "open", w, run);
            TestEvents.received(Topics.CLASSIFICATION, EventTypes.CLASSIFICATION_PUBLISHED).stream()
                    .map(TestEvents.Sent::data)
                    .filter(event -> event.get("run").asText().equals(run))
                    .map(event -> event.get("results").toString().replace(w, "w"))
                    .forEach(text -> answers.put("event", text));
            told.add(answers.toString());
        }

        assertThat(told.get(1)).isEqualTo(told.get(0));
    }
}
