package de.quartierwerk.classification.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Api;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.classification.SchemeDocuments;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Schemes in words: the description of a version and what changed between two. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SchemeWordsIT {
    private static final Map<String, Object> CLASSES =
            SchemeDocuments.breaks(List.of(-1, 1.5), List.of("1", "2", "3"), List.of("hoch", "mittel", "niedrig"));

    @BeforeAll
    static void given() {
        Neighbours.level("words-level", 40);
        Neighbours.indicator("words-a", "ratio", "burden");
        Neighbours.indicator("words-b", "ratio", "relief");
    }

    private static Map<String, Object> scheme(String code) {
        Map<String, Object> second = SchemeDocuments.component("words-b");
        second.put("measure", "change");
        second.put("lag", 2);
        second.put("polarity", "relief");
        Map<String, Object> index =
                SchemeDocuments.index("status", List.of(SchemeDocuments.component("words-a"), second), CLASSES);
        index.put("title", "Lage");
        Map<String, Object> scheme = SchemeDocuments.scheme(code, "words-level", new ArrayList<>(List.of(index)));
        scheme.put("title", "Lage <b>& mehr</b>");
        scheme.put("source", "Amt für Statistik");
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "HF1",
                        Map.of(
                                "anyOf",
                                List.of(
                                        Map.of("index", "status", "class", List.of("3")),
                                        SchemeDocuments.figure("words-a", "deviation-percent", "all", ">=", 25.5))))));
        return scheme;
    }

    @Test
    void aVersionIsDescribedInGerman() {
        Api.stored(scheme("words-german"));

        JsonPath description = Api.get("planner", "/schemes/words-german/versions/1/description");

        assertThat(description.getString("language")).isEqualTo("de");
        assertThat(description.getList("sections.heading"))
                .isEqualTo(List.of(
                        "Worum es geht", "Index „Lage“ (status)", "Handlungsfeld „Feld HF1“ (HF1)", "Was immer gilt"));
        assertThat(description.getList("sections[1].points[0].points.text"))
                .isEqualTo(List.of(
                        "„words-a“: Wert; ein hoher Wert belastet; z-standardisiert (Abstand vom ungewichteten Mittel"
                                + " durch die Standardabweichung, geteilt durch N)",
                        "„words-b“: Veränderung in 2 Perioden, bei Anteilen in Prozentpunkten; ein hoher Wert"
                                + " entlastet, darum mit umgekehrtem Vorzeichen; z-standardisiert (Abstand vom"
                                + " ungewichteten Mittel durch die Standardabweichung, geteilt durch N)"));
        assertThat(description.getList("sections[1].points[4].points.text"))
                .isEqualTo(List.of(
                        "„hoch“ (1): bis einschließlich −1",
                        "„mittel“ (2): über −1 bis einschließlich 1,5",
                        "„niedrig“ (3): über 1,5"));
        assertThat(description.getList("sections[2].points[0].points[0].points.text"))
                .isEqualTo(List.of(
                        "Index „Lage“ (status) in der Klasse „niedrig“ (3)",
                        "„words-a“: Abweichung in Prozent vom Anteil (über alle Räume) mindestens 25,5"));
    }

    @Test
    void aVersionIsDescribedAsAPageAndAsMarkdownInEnglish() {
        Api.stored(scheme("words-english"));
        String path = "/schemes/words-english/versions/1/description";

        String page = Api.as("clerk")
                .header("Accept-Language", "en")
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .extract()
                .asString();
        String markdown = Api.as("clerk")
                .header("Accept-Language", "en")
                .accept("text/markdown")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<h1>Lage &lt;b&gt;&amp; mehr&lt;/b&gt;</h1>")
                .contains("<li>“hoch” (1): up to and including −1</li>")
                .doesNotContain("<b>");
        assertThat(markdown)
                .startsWith("# Lage \\<b\\>& mehr\\</b\\>\n")
                .contains("\n- at least one of these:\n  - index “Lage” (status) in the class “niedrig” (3)\n")
                .contains("change over 2 periods");
        Api.as("clerk")
                .get("/schemes/words-english/versions/2/description")
                .then()
                .statusCode(404);
    }

    @Test
    void twoVersionsAreComparedPointerByPointerInWords() {
        Map<String, Object> scheme = scheme("words-compared");
        Api.stored(scheme);
        Map<String, Object> weighted = SchemeDocuments.component("words-a");
        weighted.put("weight", 2.0);
        Map<String, Object> index = SchemeDocuments.index("status", List.of(weighted), CLASSES);
        index.put("title", "Soziale Lage");
        index.put("missing", null);
        Map<String, Object> first = SchemeDocuments.index("first", SchemeDocuments.components("words-b"), CLASSES);
        scheme.put("indices", List.of(first, index));
        Api.stored(scheme);

        JsonPath german = Api.get("planner", "/schemes/words-compared/versions/2/comparison");

        assertThat(german.getInt("from")).isEqualTo(1);
        assertThat(german.getBoolean("sameResults")).isFalse();
        Map<String, String> texts = new LinkedHashMap<>();
        german.<Map<String, Object>>getList("changes")
                .forEach(change -> texts.put(
                        change.get("kind") + " " + change.get("pointer"),
                        (Boolean) change.get("effect") ? (String) change.get("text") : "- " + change.get("text")));
        assertThat(texts)
                .containsOnly(
                        Map.entry("added /indices/0", "Index „first“ ist neu (7 Angaben)."),
                        Map.entry(
                                "changed /indices/1/title",
                                "- Index „status“ › Titel: von „Lage“ auf „Soziale Lage“ geändert."),
                        Map.entry(
                                "removed /indices/0/missing",
                                "- Index „status“ › Umgang mit fehlenden Werten: entfallen, war „exclude-space“."
                                        + " Das galt auch ohne die Angabe."),
                        Map.entry(
                                "changed /indices/1/components/0/weight",
                                "Index „status“ › Bestandteil „words-a“ › Gewicht: von 1 auf 2 geändert."),
                        Map.entry(
                                "removed /indices/0/components/1",
                                "Index „status“ › Bestandteil „words-b change“ ist entfallen (7 Angaben)."));
    }

    @Test
    void versionsThatDifferInWordsOnlyGiveTheSameResults() {
        Map<String, Object> scheme = scheme("words-same");
        Api.stored(scheme);
        scheme.put("title", "Anders");
        scheme.put("description", "Ein Satz.");
        Api.stored(scheme);

        JsonPath there = Api.as("planner")
                .header("Accept-Language", "en")
                .get("/schemes/words-same/versions/2/comparison?with=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath none = Api.get("planner", "/schemes/words-same/versions/2/comparison?with=2");

        assertThat(there.getBoolean("sameResults")).isTrue();
        assertThat(there.getList("changes.text"))
                .containsExactlyInAnyOrder(
                        "title: changed from “Lage <b>& mehr</b>” to “Anders”.", "description: new, “Ein Satz.”.");
        assertThat(none.getList("changes")).isEmpty();
        Api.as("planner")
                .get("/schemes/words-same/versions/1/comparison")
                .then()
                .statusCode(404);
    }
}
