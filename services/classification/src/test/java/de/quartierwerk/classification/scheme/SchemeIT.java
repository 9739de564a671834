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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SchemeIT {
    private static final Map<String, Object> CLASSES =
            SchemeDocuments.breaks(List.of(-1, 1), List.of("1", "2", "3"), List.of("a", "b", "c"));

    @BeforeAll
    static void given() {
        Neighbours.level("scheme-level", 40);
        Neighbours.indicator("scheme-a", "ratio", "burden");
        Neighbours.indicator("scheme-b", "ratio", "relief");
    }

    @Test
    void sameDocumentKeepsItsVersionAndAChangedOneIsTheNext() {
        Map<String, Object> scheme = valid("versions");
        Api.put("planner", scheme).then().statusCode(201);
        assertThat(Api.put("planner", scheme).then().statusCode(200).extract().<Integer>path("version"))
                .isEqualTo(1);
        scheme.put("title", "Anderer Titel");

        JsonPath stored =
                Api.put("planner", scheme).then().statusCode(201).extract().jsonPath();

        assertThat(stored.getString("code")).isEqualTo("versions");
        assertThat(stored.getInt("version")).isEqualTo(2);
        assertThat(Api.get("clerk", "/schemes/versions").getString("document.title"))
                .isEqualTo("Anderer Titel");
        assertThat(Api.get("clerk", "/schemes/versions/versions/1").getString("title"))
                .isEqualTo("Schema versions");
        assertThat(Api.get("clerk", "/schemes/versions/versions?limit=1").getList("items.version"))
                .isEqualTo(List.of(2));
    }

    @Test
    void nullMembersCountAsLeftOut() {
        Map<String, Object> scheme = valid("nulls");
        Api.put("planner", scheme).then().statusCode(201);
        scheme.put("needs", null);
        scheme.put("source", null);

        Api.put("planner", scheme).then().statusCode(200);
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        Map<String, Object> scheme = valid("wrong");
        scheme.put("surprise", 1);

        assertThat(errors(scheme)).containsEntry("/surprise", "scheme.field-unknown");
    }

    @Test
    void moreThanFiveHundredConditionsInAllNeedsAreRefusedAtTheFirstTooMany() {
        Map<String, Object> scheme = valid("many-conditions");
        List<Map<String, Object>> needs = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            List<Map<String, Object>> parts = new ArrayList<>();
            for (int k = 0; k < 50; k++) {
                parts.add(SchemeDocuments.figure("scheme-a", "value", "all", ">", k));
            }
            needs.add(SchemeDocuments.need("N" + n, Map.of("anyOf", parts)));
        }
        scheme.put("needs", needs.subList(0, 9));
        Api.put("planner", scheme).then().statusCode(201);
        scheme.put("needs", needs);

        assertThat(errors(scheme)).isEqualTo(Map.of("/needs/9/when/anyOf/40", "scheme.too-many-conditions"));
    }

    @Test
    void unknownNamesAreRefused() {
        Map<String, Object> scheme = valid("unknown-names");
        scheme.put("level", "no-such-level");
        scheme.put(
                "indices",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("scheme-a", "nobody"), CLASSES)));
        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "N",
                        Map.of(
                                "allOf",
                                List.of(
                                        SchemeDocuments.figure("nobody-else", "z", "all", ">", 1),
                                        Map.of("index", "i", "class", List.of("7")))))));

        assertThat(errors(scheme))
                .containsEntry("/level", "level.unknown")
                .containsEntry("/indices/0/components/1/indicator", "indicator.unknown")
                .containsEntry("/needs/0/when/allOf/0/indicator", "indicator.unknown")
                .containsEntry("/needs/0/when/allOf/1/class/0", "scheme.class-unknown");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Map<String, Object> self = SchemeDocuments.component("scheme-a");
        self.remove("indicator");
        self.put("index", "later");
        Map<String, Object> lightless = SchemeDocuments.component("scheme-a");
        lightless.put("weight", 0);
        Map<String, Object> change = SchemeDocuments.component("scheme-a");
        change.put("measure", "change");
        Map<String, Object> undeclared = SchemeDocuments.component("scheme-a");
        undeclared.remove("polarity");
        Map<String, Object> scheme = valid("senseless");
        scheme.put(
                "indices",
                List.of(
                        SchemeDocuments.index("early", List.of(self), CLASSES),
                        SchemeDocuments.index(
                                "later",
                                List.of(lightless),
                                SchemeDocuments.breaks(List.of(1, 1), List.of("x", "x", "y"), List.of("x", "y", "z"))),
                        SchemeDocuments.index(
                                "third",
                                List.of(change, undeclared),
                                Map.of("method", "k-means", "codes", List.of("1", "2")))));

        assertThat(errors(scheme))
                .containsEntry("/indices/0/components/0/index", "scheme.index-not-earlier")
                .containsEntry("/indices/1/components", "scheme.weights-sum-to-zero")
                .containsEntry("/indices/1/classes/breaks/1", "scheme.breaks-not-ascending")
                .containsEntry("/indices/1/classes/codes/1", "scheme.duplicate")
                .containsEntry("/indices/2/components/0/lag", "scheme.lag-missing")
                .containsEntry("/indices/2/components/1/polarity", "scheme.field-missing");
    }

    @Test
    void indicesThatRestOnThemselvesAreRefusedWithTheirCycle() {
        Map<String, Object> scheme = valid("cycle");
        scheme.put(
                "indices",
                List.of(
                        SchemeDocuments.index("a", List.of(ofIndex("b", "value", null)), CLASSES),
                        SchemeDocuments.index("b", List.of(ofIndex("c", "value", null)), CLASSES),
                        SchemeDocuments.index("c", List.of(ofIndex("a", "value", null)), CLASSES),
                        SchemeDocuments.index("self", List.of(ofIndex("self", "value", null)), CLASSES),
                        SchemeDocuments.index("d", List.of(ofIndex("nobody", "value", null)), CLASSES)));

        JsonPath problem = Api.as("planner")
                .header("Accept-Language", "en")
                .body(scheme)
                .put("/schemes/cycle")
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();

        assertThat(problem.getList("errors.pointer"))
                .isEqualTo(List.of(
                        "/indices/0/components/0/index",
                        "/indices/1/components/0/index",
                        "/indices/3/components/0/index",
                        "/indices/4/components/0/index"));
        assertThat(problem.getList("errors.code"))
                .isEqualTo(List.of(
                        "scheme.index-cycle", "scheme.index-cycle", "scheme.index-cycle", "scheme.index-unknown"));
        assertThat(problem.getString("errors[0].message")).isEqualTo("The index would rest on itself: a → b → c → a.");
    }

    @Test
    void anIndexMayChangeOverTimeButHasNoNumeratorAndLooksBackSoFarOnly() {
        Map<String, Object> scheme = valid("index-change");
        List<Map<String, Object>> indices = new ArrayList<>(List.of(
                SchemeDocuments.index("i", SchemeDocuments.components("scheme-a"), CLASSES),
                SchemeDocuments.index("j", List.of(ofIndex("i", "change", 60)), CLASSES)));
        scheme.put("indices", indices);
        Api.put("planner", scheme).then().statusCode(201);
        indices.add(SchemeDocuments.index("k", List.of(ofIndex("j", "percent-change", 41)), CLASSES));
        indices.add(SchemeDocuments.index("l", List.of(ofIndex("i", "numerator", null)), CLASSES));
        indices.add(SchemeDocuments.index("m", List.of(ofIndex("i", "change", null)), CLASSES));

        assertThat(errors(scheme))
                .isEqualTo(Map.of(
                        "/indices/2/components/0/lag", "scheme.lag-too-far",
                        "/indices/3/components/0/measure", "scheme.index-without-numerator",
                        "/indices/4/components/0/lag", "scheme.lag-missing"));
    }

    @Test
    void classesNeedCodesOrANumberOfThem() {
        Map<String, Object> scheme = valid("class-codes");
        scheme.put(
                "indices",
                List.of(
                        SchemeDocuments.index("i", SchemeDocuments.components("scheme-a"), Map.of("method", "k-means")),
                        SchemeDocuments.index(
                                "j", SchemeDocuments.components("scheme-a"), Map.of("method", "jenks", "count", 3))));
        scheme.put("needs", List.of(SchemeDocuments.need("N", Map.of("index", "j", "class", List.of("3", "4")))));

        assertThat(errors(scheme))
                .isEqualTo(Map.of(
                        "/indices/0/classes/codes", "scheme.field-missing",
                        "/needs/0/when/class/1", "scheme.class-unknown"));
    }

    @Test
    void aNumberMayBeWrittenWithDecimals() {
        Map<String, Object> scheme = valid("decimals");
        Map<String, Object> classes = Map.of("method", "quantiles", "count", 4.0, "quantileType", 7.0);
        scheme.put("indices", List.of(SchemeDocuments.index("i", SchemeDocuments.components("scheme-a"), classes)));

        Api.put("planner", scheme).then().statusCode(201);
    }

    private static Map<String, Object> ofIndex(String index, String measure, Integer lag) {
        Map<String, Object> component = SchemeDocuments.component("scheme-a");
        component.remove("indicator");
        component.put("index", index);
        component.put("measure", measure);
        component.put("lag", lag);
        return component;
    }

    @Test
    void malformedBodiesAreRefused() {
        Api.as("planner").body("{\"code\":").put("/schemes/malformed").then().statusCode(400);
        Api.as("planner").body("[]").put("/schemes/malformed").then().statusCode(400);
        Api.as("planner").body("{}").put("/schemes/mal formed").then().statusCode(400);
        Api.as("planner").body("{}").put("/schemes/malformed").then().statusCode(422);
    }

    @Test
    void whatNobodyCanReadOrStoreIsRefusedWithItsPlace() {
        String deep = "{\"not\":".repeat(450) + "{}" + "}".repeat(450);
        String component = "{\"indicator\":\"scheme-a\",\"polarity\":\"burden\",\"measure\":\"change\","
                + "\"weight\":1e400,\"lag\":18446744073709551618.0}";
        String classes = "{\"method\":\"jenks\",\"count\":18446744073709551621.0}";
        String figure = "{\"indicator\":\"scheme-a\",\"measure\":\"value\",\"op\":\">\",\"value\":1e-20000}";
        String document =
                "{\"code\":\"unreadable\",\"title\":\"a\\u0000\",\"source\":\"\\ud800\",\"level\":\"scheme-level\","
                        + "\"a~b/c\":\"\\u0000\",\"indices\":[{\"code\":\"i\",\"components\":[" + component
                        + "],\"combine\":\"sum\",\"classes\":" + classes + "}],\"needs\":[{\"code\":\"N\",\"when\":"
                        + deep
                        + "},{\"code\":\"M\",\"when\":{\"atLeast\":4294967297,\"of\":[" + figure + "]}}]}";

        Map<String, String> errors = errors(refused("unreadable", document));

        String tooDeep = "/needs/0/when" + "/not".repeat(45);
        assertThat(errors)
                .isEqualTo(Map.of(
                        "/title",
                        "request.value-not-storable",
                        "/source",
                        "request.value-not-storable",
                        "/a~0b~1c",
                        "request.value-not-storable",
                        "/indices/0/components/0/weight",
                        "scheme.number-too-large",
                        "/indices/0/components/0/lag",
                        "scheme.number-too-large",
                        "/indices/0/classes/count",
                        "scheme.number-too-large",
                        tooDeep,
                        "scheme.too-deep",
                        "/needs/1/when/atLeast",
                        "scheme.number-too-large",
                        "/needs/1/when/of/0/value",
                        "scheme.number-too-large"));
        Api.as("planner")
                .body(document.replace("1e400", "-1e-2147483648"))
                .put("/schemes/unreadable")
                .then()
                .statusCode(400);
    }

    @Test
    void unknownFieldsAreNamedAsPointersAreWritten() {
        Map<String, Object> scheme = valid("pointers");
        scheme.put("a~b/c", 1);

        assertThat(errors(scheme)).isEqualTo(Map.of("/a~0b~1c", "scheme.field-unknown"));
    }

    @Test
    void blankTitlesAndMoreThanThereCanBeAreRefused() {
        Map<String, Object> scheme = valid("blank");
        scheme.put("title", " ");
        assertThat(errors(scheme)).isEqualTo(Map.of("/title", "scheme.field-missing"));

        scheme.put(
                "needs",
                List.of(SchemeDocuments.need(
                        "N",
                        Map.of("atLeast", 51, "of", List.of(SchemeDocuments.figure("scheme-a", "z", "all", ">", 1))))));
        assertThat(errors(scheme)).isEqualTo(Map.of("/needs/0/when/atLeast", "scheme.out-of-bounds"));
    }

    @Test
    void groupsThatWouldStandForSeveralPairsOfClassesAreRefused() {
        Map<String, Object> twelve = Map.of("method", "quantiles", "count", 12);
        Map<String, Object> scheme = valid("groups");
        scheme.put(
                "indices",
                List.of(
                        SchemeDocuments.index("i", SchemeDocuments.components("scheme-a"), twelve),
                        SchemeDocuments.index("j", SchemeDocuments.components("scheme-b"), twelve)));
        scheme.put("groups", Map.of("of", List.of("i", "j")));

        assertThat(errors(scheme)).isEqualTo(Map.of("/groups/of", "scheme.group-ambiguous"));
    }

    @Test
    void aStewardApprovesWhatOthersStored() {
        Map<String, Object> scheme = valid("approval");
        Api.put("steward", scheme).then().statusCode(201);
        String path = "/schemes/approval/versions/1/approval";
        Api.as("steward").post(path).then().statusCode(403);
        Api.as("steward-elsewhere").post(path).then().statusCode(403);

        Api.as("steward2").post(path).then().statusCode(200);

        assertThat(Api.get("planner", "/schemes/approval").getString("approvedBy"))
                .isEqualTo("steward2");
        Api.as("steward").post("/schemes/approval/versions/9/approval").then().statusCode(404);
    }

    @Test
    void schemesNeedTheWholeInstallation() {
        Api.put("planner-elsewhere", valid("elsewhere")).then().statusCode(403);
    }

    private static Map<String, Object> valid(String code) {
        return SchemeDocuments.scheme(
                code,
                "scheme-level",
                List.of(SchemeDocuments.index("i", SchemeDocuments.components("scheme-a"), CLASSES)));
    }

    private static Map<String, String> errors(Map<String, Object> scheme) {
        return errors(
                Api.put("planner", scheme).then().statusCode(422).extract().jsonPath());
    }

    private static JsonPath refused(String code, String document) {
        return Api.as("planner")
                .body(document)
                .put("/schemes/" + code)
                .then()
                .statusCode(422)
                .extract()
                .jsonPath();
    }

    private static Map<String, String> errors(JsonPath problem) {
        assertThat(problem.getString("code")).isEqualTo("scheme.invalid");
        Map<String, String> errors = new HashMap<>();
        problem.<Map<String, String>>getList("errors")
                .forEach(error -> errors.put(error.get("pointer"), error.get("code")));
        return errors;
    }
}
