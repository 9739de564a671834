package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.disclosure.Attacker;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disclosure control, roll-up and lineage through the API, on a real database. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class DisclosureIT {
    private static final List<String> SPACES =
            List.of("99001001-01", "99001001-02", "99001001-03", "99001002-01", "99001002-02", "99001002-03");
    /** Sums over larger spaces are given to who asks for these. */
    private static final String EVERYWHERE = "&space=99001,99001001,99001002," + String.join(",", SPACES);

    private static final String COUNTS = """
            {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"%1$s-part"},
             "b":{"indicator":"%1$s-other"},"p":{"indicator":"%1$s-population"}}}""";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    private static void define(String prefix) {
        Api.indicator(prefix + "-part", "count", "persons");
        Api.indicator(prefix + "-other", "count", "persons");
        Api.indicator(prefix + "-population", "count", "persons");
        Api.indicator(
                prefix + "-total",
                Map.of(
                        "name",
                        "Summe",
                        "unit",
                        "persons",
                        "kind",
                        "count",
                        "formula",
                        "[%1$s-part] + [%1$s-other]".formatted(prefix)));
        Api.indicator(
                prefix + "-share",
                Map.of(
                        "name",
                        "Anteil",
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "numerator",
                        prefix + "-part",
                        "denominator",
                        prefix + "-population"));
    }

    @Test
    void largerSpacesGetSumsAndNothingCanBeDerivedFromThem() {
        define("dc-sum");

        JsonPath released = Api.release("""
                raum;a;b;p
                99001001-01;2;40;500
                99001001-02;20;50;600
                99001001-03;8;60;700
                99001002-01;30;70;800
                99001002-02;40;80;900
                99001002-03;50;90;1000
                """, COUNTS.formatted("dc-sum"));

        assertThat(shown("dc-sum-part")).isEqualTo("""
                99001=150 99001001=30 99001001-01=. 99001001-02=20 99001001-03=. 99001002=120 99001002-01=30 \
                99001002-02=40 99001002-03=50""");
        assertThat(shown("dc-sum-other")).isEqualTo("""
                99001=390 99001001=150 99001001-01=. 99001001-02=50 99001001-03=. 99001002=240 99001002-01=70 \
                99001002-02=80 99001002-03=90""");
        assertThat(shown("dc-sum-total")).isEqualTo("""
                99001=540 99001001=180 99001001-01=42 99001001-02=70 99001001-03=68 99001002=360 99001002-01=100 \
                99001002-02=120 99001002-03=140""");
        JsonPath shares = Api.values(null, "indicator=dc-sum-share" + EVERYWHERE);
        assertThat(shares.getList("items.value").subList(1, 5)).containsExactly(1.6666666f, null, 3.3333333f, null);
        assertThat(shares.getList("items.denominator").subList(1, 5)).containsExactly(1800, 500, 600, 700);
        assertThat(shares.getList("items.suppression")).containsOnlyNulls();
        String report = "/releases/" + released.getString("releaseId") + "/disclosure";
        Api.as("steward")
                .get(report)
                .then()
                .statusCode(200)
                .body("primary", is(2), "reasons.SMALL_COUNT", is(1), "search.gap", is(0))
                .body("cells.find{it.space=='99001001-01' && it.indicator=='dc-sum-part'}.width", is(10f))
                .body("cells.find{it.space=='99001001-03' && it.indicator=='dc-sum-part'}.step", is("secondary"))
                .body("cells.find{it.space=='99001001-01' && it.indicator=='dc-sum-part'}.publicIn", is("99001001"))
                .body(
                        "cells.find{it.space=='99001001-01' && it.indicator=='dc-sum-part'}.leastChange",
                        is("Für „99001001“, den nächstgrößeren Raum, ist die Zahl öffentlich: nur dort"
                                + " veröffentlichen."));
        Api.as("planner").get(report).then().statusCode(403);
        JsonPath exact = Api.values("steward", "indicator=dc-sum-part" + EVERYWHERE);
        assertThat(exact.getList("items.value")).containsExactly(150, 30, 2, 20, 8, 120, 30, 40, 50);
        assertThat(exact.getList("items.suppression").subList(2, 5)).containsExactly("SMALL_COUNT", null, "DERIVABLE");
    }

    @Test
    void aValueLeadsBackToItsCell() {
        define("dc-line");
        JsonPath released = Api.release(
                "raum;a;b;p\n99001002-01;30;70;800\n99001002-02;40;80;900\n99001002-03;50;90;1000\n",
                COUNTS.formatted("dc-line"));
        String query = "/values/lineage?period=2020&indicator=";

        Api.as("steward")
                .get(query + "dc-line-other&space=99001002-02")
                .then()
                .statusCode(200)
                .body("origin", is("delivered"), "value", is(80), "revision", is(1))
                .body("release.id", is(released.getString("releaseId")), "release.releasedBy", is("steward2"))
                .body("delivery.submission", is(released.getString("id")), "delivery.submitter", is("steward"))
                .body("delivery.fileName", is("values.csv"))
                .body("delivery.fileSha256", is(released.getString("fileSha256")))
                .body("place.row", is(3), "place.column", is(3), "place.columnName", is("b"))
                .body("madeOf", is(List.of()));
        Api.as("steward")
                .get(query + "dc-line-other&space=99001002")
                .then()
                .body("origin", is("rolled-up"), "value", is(240), "place", nullValue())
                .body("madeOf.space", is(List.of("99001002-01", "99001002-02", "99001002-03")));
        Api.as("steward")
                .get(query + "dc-line-share&space=99001002")
                .then()
                .body("origin", is("computed"), "value", is(4.4444447f))
                .body("madeOf.indicator", is(List.of("dc-line-part", "dc-line-population")));
        Api.as("steward-elsewhere")
                .get(query + "dc-line-other&space=99001002-02")
                .then()
                .statusCode(404)
                .body("code", is("value.unknown"));
        Api.as("steward")
                .get("/values/lineage?period=20x&indicator=dc-line-other&space=99001002-02")
                .then()
                .statusCode(400)
                .body("code", is("period.malformed"));
    }

    @Test
    void aReleaseThatWouldGiveACountAwayIsRefused() {
        Api.indicator("dc-refuse", "count", "persons");
        String mapping = """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"dc-refuse"}}}""";
        Api.release("raum;a\n99001001;31\n99001001-01;5\n99001001-02;24\n", mapping);
        String before =
                Api.as(null).get("/values?indicator=dc-refuse" + EVERYWHERE).asString();

        JsonPath checked = Api.check("steward", "raum;a\n99001001-03;2\n", mapping);
        Api.as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + checked.getString("id") + "/approval")
                .then()
                .statusCode(202);
        JsonPath refused = Api.await("steward2", checked.getString("id"), "REJECTED", "RELEASED");

        assertThat(refused.getString("state")).isEqualTo("REJECTED");
        assertThat(refused.getString("reason")).contains("geheime Werte");
        Api.as("steward2")
                .header("Accept-Language", "en")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body("items.code", hasItem("release.reveals"))
                .body(
                        "items.message",
                        hasItem("With what was published before, the suppressed value of “dc-refuse” for 2020 in"
                                + " “99001001-03” could be computed. Without the new value of “dc-refuse” for 2020 in"
                                + " “99001001-03” the delivery could be published in this place."));
        assertThat(Api.as(null).get("/values?indicator=dc-refuse" + EVERYWHERE).asString())
                .isEqualTo(before);
    }

    @Test
    void anAttackerFindsNothingInTheHistoryAndOldReadsStayToTheByte() {
        define("dc-attack");
        Random random = new Random(5);
        List<String> instants = new ArrayList<>();
        Map<String, String> reads = new LinkedHashMap<>();
        for (int release = 0; release < 4; release++) {
            StringBuilder file = new StringBuilder("raum;a;b;p\n");
            for (String space : SPACES) {
                if (release == 0 || space.equals(SPACES.get(release)) || random.nextInt(3) == 0) {
                    file.append("%s;%d;%d;%d\n".formatted(space, few(random), few(random), 300 + random.nextInt(400)));
                }
            }
            JsonPath checked = Api.check("steward", file.toString(), COUNTS.formatted("dc-attack"));
            Api.as("steward2")
                    .contentType("application/json")
                    .body("{}")
                    .post("/submissions/" + checked.getString("id") + "/approval")
                    .then()
                    .statusCode(202);
            JsonPath decided = Api.await("steward2", checked.getString("id"), "RELEASED", "REJECTED");
            if (decided.getString("state").equals("REJECTED")) {
                continue;
            }
            String instant = decided.getString("releasedAt");
            instants.add(instant);
            reads.put(instant, Api.as(null).get(at(instant)).asString());
        }
        Attacker attacker = new Attacker();
        List<String> marks = new ArrayList<>();

        for (String instant : instants) {
            assertThat(Api.as(null).get(at(instant)).asString()).isEqualTo(reads.get(instant));
            look(
                    attacker,
                    marks,
                    Api.as(null).get(at(instant)).jsonPath(),
                    Api.as("steward").get(at(instant)).jsonPath().getList("items.revision"));
        }

        assertThat(instants).hasSizeGreaterThan(1);
        assertThat(marks).hasSizeGreaterThan(6);
        assertThat(attacker.findings()).isEmpty();
    }

    private static int few(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(5) : 5 + random.nextInt(60);
    }

    private static String at(String instant) {
        return "/values?period=2020&limit=1000" + EVERYWHERE
                + "&indicator=dc-attack-part,dc-attack-other,dc-attack-total,"
                + "dc-attack-share,dc-attack-population&recordedAt=" + instant;
    }

    /**
     * What was public at an instant, and the sums that hold then.
     *
     * @param revisions which values are the same as before: more than a reader is told of suppressed ones
     */
    private static void look(Attacker attacker, List<String> marks, JsonPath read, List<Integer> revisions) {
        Map<String, String> names = new HashMap<>();
        List<Map<String, Object>> items = read.getList("items");
        for (int i = 0; i < items.size(); i++) {
            Map<String, Object> item = items.get(i);
            String cell = item.get("indicator") + "@" + item.get("space");
            String name = cell + "/" + revisions.get(i);
            if (!item.get("indicator").equals("dc-attack-share")) {
                names.put(cell, name);
                if (item.get("status").equals("suppressed")) {
                    attacker.seesMark(name, 0);
                    marks.add(name);
                } else {
                    attacker.sees(name, ((Number) item.get("value")).doubleValue());
                }
            }
        }
        for (Map<String, Object> item : items) {
            String space = "@" + item.get("space");
            if (item.get("indicator").equals("dc-attack-share") && item.get("value") != null) {
                attacker.sees(names.get("dc-attack-part" + space), ((Number) item.get("numerator")).doubleValue());
            }
            if (item.get("indicator").equals("dc-attack-share") && item.get("denominator") != null) {
                attacker.sees(
                        names.get("dc-attack-population" + space), ((Number) item.get("denominator")).doubleValue());
            }
        }
        Map<String, List<String>> children = Map.of(
                "99001", List.of("99001001", "99001002"),
                "99001001", SPACES.subList(0, 3),
                "99001002", SPACES.subList(3, 6));
        for (String kind : List.of("part", "other", "total", "population")) {
            children.forEach((parent, parts) -> {
                Map<String, Double> sum = new HashMap<>();
                sum.put(names.get("dc-attack-" + kind + "@" + parent), -1.0);
                parts.forEach(part -> sum.put(names.get("dc-attack-" + kind + "@" + part), 1.0));
                attacker.sum(sum);
            });
        }
        names.keySet().stream()
                .filter(cell -> cell.startsWith("dc-attack-total@"))
                .forEach(cell -> {
                    String space = cell.substring(cell.indexOf('@'));
                    attacker.sum(Map.of(
                            names.get(cell), -1.0,
                            names.get("dc-attack-part" + space), 1.0,
                            names.get("dc-attack-other" + space), 1.0));
                });
    }

    private static String shown(String indicator) {
        JsonPath read = Api.values(null, "indicator=" + indicator + EVERYWHERE);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < read.getList("items").size(); i++) {
            Object value = read.get("items[" + i + "].value");
            assertThat(read.getString("items[" + i + "].status")).isEqualTo(value == null ? "suppressed" : "normal");
            shown.add(read.getString("items[" + i + "].space") + "=" + (value == null ? "." : value));
        }
        return String.join(" ", shown);
    }
}
