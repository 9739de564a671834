package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that follow from other periods and from what hangs together without a formula. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LinkedSecretsIT {
    private static final String EVERYWHERE = "&space=99001001,99001001-01,99001001-02,99001001-03";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    private static void share(String code, String numerator, String denominator) {
        Map<String, String> shareOf = Map.of("numerator", numerator, "denominator", denominator);
        Api.indicator(code, Map.of("name", "x", "unit", "percent", "kind", "ratio", "shareOf", shareOf));
    }

    private static void count(String code, Map<String, Object> more) {
        Map<String, Object> definition = new HashMap<>(more);
        definition.putAll(Map.of("name", code, "unit", "persons", "kind", "count"));
        Api.indicator(code, definition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-Q4", "2023-12"})
    void oneReferenceDateIsOneNumberUnderAnyName(String period) {
        String code = "link-day-" + period.toLowerCase(Locale.ROOT);
        Api.indicator(code, "count", "persons");
        Api.release("raum;a\n99001001-01;2\n99001001-02;5\n99001001-03;40\n", Api.mapping(code, "2023"));

        Api.release("raum;a\n99001001-02;5\n", Api.mapping(code, period));

        assertThat(Api.values(null, "indicator=" + code + "&period=2023" + EVERYWHERE)
                        .getList("items.value"))
                .containsExactly(47, null, null, 40);
        assertThat(Api.values(null, "indicator=" + code + "&period=" + period).getList("items.value"))
                .containsExactly((Object) null);
    }

    @ParameterizedTest
    @CsvSource({"a,stock,2023,2023-12-31", "b,stock,2023-12-31,2023-Q4", "c,flow,2023-Q4,2023-12-31"})
    void oneReferenceDateIsOneTableOfSpacesUnderTwoTexts(String name, String kind, String one, String other) {
        String code = "link-texts-" + name;
        count(code, Map.of("stockOrFlow", kind));
        Api.release("raum;a\n99001001;52\n99001001-01;2\n", Api.mapping(code, one));

        Api.release("raum;a\n99001001-02;20\n99001001-03;30\n", Api.mapping(code, other));

        assertThat(Api.values(null, "indicator=" + code + "&period=" + one + EVERYWHERE)
                        .getList("items.value"))
                .containsExactly(52, null);
        assertThat(Api.values(null, "indicator=" + code + "&period=" + other).getList("items.value"))
                .hasSize(2)
                .containsOnlyOnce((Object) null);
    }

    @Test
    void oneReferenceDateIsOneTableOfIndicatorsUnderTwoTexts() {
        count("link-texts-few", Map.of("referenceDate", "--11-09"));
        count("link-texts-many", Map.of("referenceDate", "--11-09"));
        count("link-texts-all", Map.of("referenceDate", "--11-09"));
        List<String> parts = List.of("link-texts-few", "link-texts-many");
        count(
                "link-texts-all",
                Map.of(
                        "referenceDate",
                        "--11-09",
                        "relations",
                        List.of(Map.of("total", "link-texts-all", "parts", parts))));
        Api.release("raum;a\n99001001-01;2\n", Api.mapping("link-texts-few", "2023-11-09"));
        Api.release("raum;a\n99001001-01;50\n", Api.mapping("link-texts-many", "2023-11-09"));

        Api.release("raum;a\n99001001-01;52\n", Api.mapping("link-texts-all", "2023"));

        assertThat(Api.values(null, "indicator=link-texts-few,link-texts-many,link-texts-all")
                        .getList("items.value"))
                .containsExactlyInAnyOrder(null, 50, null);
    }

    @Test
    void theYearOfAFlowIsTheSumOfItsQuarters() {
        count("link-births", Map.of("stockOrFlow", "flow"));
        String[] periods = {"2023", "2023-Q1", "2023-Q2", "2023-Q3"};
        int[] births = {20, 2, 5, 6};
        for (int i = 0; i < periods.length; i++) {
            Api.release("raum;a\n99001001-01;" + births[i] + "\n", Api.mapping("link-births", periods[i]));
        }

        Api.release("raum;a\n99001001-01;7\n", Api.mapping("link-births", "2023-Q4"));

        assertThat(Api.values(null, "indicator=link-births").getList("items.value"))
                .containsExactly(20, null, 5, 6, null);
    }

    @Test
    void statedSumsProtectDeliveredValues() {
        count("link-men", Map.of());
        count("link-women", Map.of());
        count("link-all", Map.of());
        count(
                "link-all",
                Map.of("relations", List.of(Map.of("total", "link-all", "parts", List.of("link-men", "link-women")))));

        Api.release("raum;a;m;w\n99001001-01;20;18;2\n99001001-02;30;14;16\n99001001-03;41;20;21\n", """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"link-all"},
                 "m":{"indicator":"link-men"},"w":{"indicator":"link-women"}}}""");

        JsonPath values = Api.values(null, "indicator=link-all,link-men,link-women&space=99001001-01");
        assertThat(values.getList("items.value")).containsExactly(20, null, null);
    }

    @Test
    void aCountThatIsTheNumeratorOfAShareIsProtectedWithIt() {
        Api.indicator("link-share", "ratio", "percent");
        count("link-number", Map.of("sameFigureAs", "link-share"));
        Api.release("""
                raum;z;n
                99001001-01;2;150
                99001001-02;30;400
                99001001-03;99;500
                """, """
                {"spaceColumn":"raum","period":"2020","columns":{"z":{"indicator":"link-share","measure":"numerator"},
                 "n":{"indicator":"link-share","measure":"denominator"}}}""");

        Api.release("raum;a\n99001001-02;30\n", Api.mapping("link-number", "2020"));

        assertThat(Api.values(null, "indicator=link-number").getList("items.value"))
                .containsExactly((Object) null);
    }

    @Test
    void aBareShareIsControlledByTheCountsBehindIt() {
        count("link-population", Map.of());
        count("link-cases", Map.of());
        share("link-bare", "link-cases", "link-population");

        Api.release("""
                raum;p;r
                99001001-01;150;1.3333
                99001001-02;400;7.5
                """, """
                {"spaceColumn":"raum","period":"2020","columns":{"p":{"indicator":"link-population"},
                 "r":{"indicator":"link-bare"}}}""");

        assertThat(Api.values(null, "indicator=link-bare").getList("items.value"))
                .containsExactly(null, 7.5f);
    }

    @Test
    void aBareShareOfWhichNobodySaysThatItIsControlledGivesNoSmallCount() {
        count("link-unstated-all", Map.of());
        Api.indicator("link-unstated", "ratio", "percent");
        Api.release("raum;p\n99001001-01;150\n99001001-02;400\n", mapping(2011, "p", "link-unstated-all", ""));

        Api.release("raum;r\n99001001-01;1.3333\n99001001-02;7.1\n", mapping(2011, "r", "link-unstated", ""));

        assertThat(Api.values(null, "indicator=link-unstated").getList("items.value"))
                .containsExactly(null, 7.1f);
    }

    @Test
    void aBareShareThatItsSourceControlsIsPublishedAsItComes() {
        count("link-stated-all", Map.of());
        Api.indicator("link-stated", "ratio", "percent");
        Api.release("raum;p\n99001001-01;150\n99001001-02;400\n", mapping(2012, "p", "link-stated-all", ""));

        Api.release(
                "raum;r\n99001001-01;1.3333\n99001001-02;7.1\n",
                mapping(2012, "r", "link-stated", ",\"controlledAtSource\":true"));

        assertThat(Api.values(null, "indicator=link-stated").getList("items.value"))
                .containsExactly(1.3333f, 7.1f);
    }

    @Test
    void aCountThatComesAfterABareShareDoesNotGiveItsCasesAway() {
        count("link-after-all", Map.of());
        Api.indicator("link-before", "ratio", "percent");
        Api.release("raum;r\n99001001-01;1.3333\n", mapping(2013, "r", "link-before", ""));

        Api.release(
                "raum;p\n99001001-01;150\n99001001-02;420\n99001001-03;5000\n",
                mapping(2013, "p", "link-after-all", ""));

        JsonPath values = Api.values(null, "indicator=link-after-all" + EVERYWHERE);
        assertThat(values.getList("items.value")).startsWith(5570).contains((Object) null);
        assertThat(values.getString("items.find { it.space == '99001001-01' }.value"))
                .isNull();
        assertThat(values.getList("items.findAll { it.value == null }")).hasSize(2);
    }

    @Test
    void aBareShareGivesNoSmallCountWithTheGroupOfAnotherRatio() {
        Api.indicator("link-with-group", "ratio", "percent");
        Api.indicator("link-without-group", "ratio", "percent");
        Api.release("raum;z;n\n99001001-01;30;150\n99001001-02;60;400\n", ratio(2015, "link-with-group"));

        Api.release("raum;r\n99001001-01;1.3333\n99001001-02;7.1\n", mapping(2015, "r", "link-without-group", ""));

        assertThat(Api.values(null, "indicator=link-without-group").getList("items.value"))
                .containsExactly(null, 7.1f);
    }

    @Test
    void aGroupThatComesAfterABareShareDoesNotGiveItsCasesAway() {
        Api.indicator("link-group-after", "ratio", "percent");
        Api.indicator("link-group-before", "ratio", "percent");
        Api.release(
                "raum;r\n99001001-01;1.3333\n99001001-02;7.1\n99001001-03;1.3333\n",
                mapping(2016, "r", "link-group-before", ""));

        Api.release(
                "raum;z;n\n99001001-01;30;150\n99001001-02;60;400\n99001001-03;2;150\n",
                ratio(2016, "link-group-after"));

        assertThat(Api.values(null, "indicator=link-group-after").getList("items.denominator"))
                .containsExactly(null, 400, null);
    }

    private static String ratio(int period, String code) {
        return "{\"spaceColumn\":\"raum\",\"period\":\"" + period + "\",\"columns\":{\"z\":{\"indicator\":\"" + code
                + "\",\"measure\":\"numerator\"},\"n\":{\"indicator\":\"" + code + "\",\"measure\":\"denominator\"}}}";
    }

    @Test
    void aBareShareIsJudgedAgainWhenTheCountsBehindItArrive() {
        count("link-late-cases", Map.of());
        count("link-late-all", Map.of());
        share("link-late", "link-late-cases", "link-late-all");
        JsonPath first =
                Api.release("raum;r\n99001001-01;1.3333\n99001001-02;7.5\n", mapping(2014, "r", "link-late", ""));
        assertThat(Api.values(null, "indicator=link-late").getList("items.value"))
                .containsExactly(null, null);

        Api.release("raum;p\n99001001-01;150\n99001001-02;400\n", mapping(2014, "p", "link-late-all", ""));

        assertThat(Api.values(null, "indicator=link-late").getList("items.value"))
                .containsExactly(null, 7.5f);
        assertThat(Api.values("steward", "indicator=link-late").getList("items.numerator"))
                .containsExactly(2, 30);
        String withdrawal = Api.as("steward")
                .post("/submissions/" + first.getString("id") + "/withdrawal")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Api.approve(withdrawal);
        assertThat(Api.values(null, "indicator=link-late").getList("items.value"))
                .containsExactly(null, null);
    }

    @Test
    void aFlowWithAMissingQuarterIsSaidAndItsSumStillProtects() {
        count("link-gap", Map.of("stockOrFlow", "flow"));
        Api.release("raum;a\n99001001-01;1\n", Api.mapping("link-gap", "2023-Q1"));
        Api.release("raum;a\n99001001-01;5\n", Api.mapping("link-gap", "2023-Q2"));

        JsonPath year = Api.release("raum;a\n99001001-01;6\n", Api.mapping("link-gap", "2023"));

        assertThat(Api.values(null, "indicator=link-gap").getList("items.value"))
                .containsExactly(null, null, 5);
        assertThat(Api.findings(year.getString("id")))
                .contains("flow.part-missing;warning;2023-Q3")
                .contains("flow.part-missing;warning;2023-Q4");
    }

    private static String mapping(int period, String column, String indicator, String more) {
        return "{\"spaceColumn\":\"raum\",\"period\":\"" + period + "\",\"columns\":{\"" + column
                + "\":{\"indicator\":\"" + indicator + "\"}}" + more + "}";
    }

    @Test
    void aRelationThatNobodyAnsweredHoldsTheReleaseUp() {
        count("link-found-all", Map.of());
        count("link-found-men", Map.of());
        count("link-found-women", Map.of());
        JsonPath checked = Api.check(
                "steward",
                "raum;a;m;w\n99001001-01;20;18;2\n99001001-02;30;14;16\n99001001-03;41;20;21\n99001002-01;50;25;25\n",
                """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"link-found-all"},
                 "m":{"indicator":"link-found-men"},"w":{"indicator":"link-found-women"}}}""");
        String id = checked.getString("id");

        Api.as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", is("submission.held-by-relations"));

        Api.as("steward")
                .header("Accept-Language", "en")
                .get("/submissions/" + id + "/findings?code=relation.sum")
                .then()
                .body(
                        "items.message",
                        is(List.of(
                                "“link-found-all” is the sum of “link-found-men” and “link-found-women” in all 4 spaces"
                                        + " compared. Who knows two of them knows the third: please state it in the"
                                        + " catalogue as relations, or say why it is chance.")));
    }

    @ParameterizedTest
    @CsvSource({"few,2,409", "many,5,202"})
    void aSumOfManyColumnsHoldsTheReleaseUpWhereItGivesASecretAway(String name, int oldest, int status) {
        String code = "link-ages-" + name;
        List.of("-all", "-0", "-18", "-65").forEach(age -> count(code + age, Map.of()));
        String file = "raum;a;b;c;d\n99001001-01;" + (48 + oldest) + ";20;28;" + oldest
                + "\n99001001-02;61;25;30;6\n99001001-03;72;31;35;6\n";

        JsonPath checked = Api.check("steward", file, """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"CODE-all"},
                 "b":{"indicator":"CODE-0"},"c":{"indicator":"CODE-18"},"d":{"indicator":"CODE-65"}}}""".replace("CODE", code));

        Api.approval(checked.getString("id")).statusCode(status);
    }

    @Test
    void aCountThatIsTheRestOfAPublicGroupHoldsTheReleaseUp() {
        Api.indicator("link-rest-share", "ratio", "percent");
        count("link-rest", Map.of());
        Api.release(
                "raum;z;n\n99001001-01;2;150\n99001001-02;30;400\n99001001-03;14;220\n99001002-01;20;310\n",
                ratio(2017, "link-rest-share"));

        JsonPath checked = Api.check(
                "steward",
                "raum;a\n99001001-01;148\n99001001-02;370\n99001001-03;206\n99001002-01;290\n",
                Api.mapping("link-rest", "2017"));

        Api.approval(checked.getString("id")).statusCode(409).body("code", is("submission.held-by-relations"));
    }

    @Test
    void countsOfANoisySourceArePublishedAsTheyCome() {
        count("link-census", Map.of("protection", Map.of("method", "cell-key", "deviation", 2)));

        Api.release(
                "raum;a\n99001001;46\n99001001-01;1\n99001001-02;5\n99001001-03;41\n",
                Api.mapping("link-census", "2022"));

        JsonPath values = Api.values(null, "indicator=link-census" + EVERYWHERE);
        assertThat(values.getList("items.value")).containsExactly(46, 1, 5, 41);
        assertThat(values.getList("items.protection")).containsOnly("cell-key");
        assertThat(values.getList("items.deviation")).containsOnly(2);
    }

    @Test
    void countsThatThePlatformRoundsAreNeverExact() {
        count("link-rounded", Map.of("protection", Map.of("method", "random-rounding", "deviation", 2)));
        String file = "raum;a\n99001001-01;1\n99001001-02;5\n99001001-03;41\n";
        String mapping = Api.mapping("link-rounded", "2022");

        Api.release(file, mapping);

        List<Integer> shown = Api.values("steward", "indicator=link-rounded&level=social-space")
                .getList("items.value");
        assertThat(shown.get(0)).isIn(0, 3);
        assertThat(shown.get(1)).isIn(3, 6);
        assertThat(shown.get(2)).isIn(39, 42);
        assertThat(Api.values(null, "indicator=link-rounded&level=social-space").getList("items.value"))
                .isEqualTo(shown);
        assertThat(Api.values(null, "indicator=link-rounded&space=99001001").getList("items.value"))
                .containsExactly(shown.stream().mapToInt(Integer::intValue).sum());
        assertThat(Api.release(file, mapping).getInt("counts.unchanged")).isEqualTo(3);
    }

    /** Rounded in two ways, a figure would lie between both: 3 and 6 leave 4 and 5 only. */
    @Test
    void oneFigureIsRoundedInOneWayUnderAllItsNames() {
        Map<String, Object> rounding = Map.of("method", "random-rounding", "deviation", 2);
        count("link-once", Map.of("protection", rounding));
        count("link-again", Map.of("protection", rounding, "sameFigureAs", "link-once"));
        String file =
                "raum;a\n99001001-01;4\n99001001-02;5\n99001001-03;7\n99001002-01;8\n99001002-02;10\n99001002-03;11\n";

        Api.release(file, Api.mapping("link-once", "2022"));
        Api.release(file, Api.mapping("link-again", "2022"));

        assertThat(Api.values(null, "indicator=link-again&level=social-space").getList("items.value"))
                .isEqualTo(Api.values(null, "indicator=link-once&level=social-space")
                        .getList("items.value"));
    }

    /** Parts that are rounded to 0 and a total of 4 that is rounded to 6 would tell that two of the parts are 2. */
    @Test
    void aTotalOfRoundedCountsIsTheirSumAlsoWhereItWasDelivered() {
        count("link-total", Map.of("protection", Map.of("method", "random-rounding", "deviation", 2)));

        Api.release(
                "raum;a\n99001001;4\n99001001-01;2\n99001001-02;2\n99001001-03;0\n99001002;4\n",
                Api.mapping("link-total", "2022"));

        List<Integer> parts =
                Api.values(null, "indicator=link-total&level=social-space").getList("items.value");
        assertThat(Api.values(null, "indicator=link-total&space=99001001").getList("items.value"))
                .containsExactly(parts.stream().mapToInt(Integer::intValue).sum());
        assertThat(Api.values(null, "indicator=link-total&space=99001002").getInt("items[0].value"))
                .isIn(3, 6);

        Api.release("raum;a\n99001001;5\n", Api.mapping("link-total", "2022"));
        assertThat(Api.values(null, "indicator=link-total&space=99001001").getList("items.value"))
                .containsExactly(parts.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void oneTableHasOneMethod() {
        count("link-mixed-men", Map.of());
        count("link-mixed-women", Map.of("protection", Map.of("method", "random-rounding", "deviation", 2)));

        Api.as("steward")
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "x",
                        "unit",
                        "persons",
                        "kind",
                        "count",
                        "relations",
                        List.of(Map.of(
                                "total", "link-mixed-all", "parts", List.of("link-mixed-men", "link-mixed-women")))))
                .put("/indicators/link-mixed-all")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/relations"), "errors[0].code", is("indicator.protection-mixed"));
    }

    @Test
    void anIndicatorMayAskForLargerOrSmallerGroups() {
        Api.indicator("link-small", Map.of("name", "x", "unit", "percent", "kind", "ratio", "minimumDenominator", 20));

        Api.release("raum;z;n\n99001001-01;8;30\n99001001-02;8;19\n", """
                {"spaceColumn":"raum","period":"2020","columns":{"z":{"indicator":"link-small","measure":"numerator"},
                 "n":{"indicator":"link-small","measure":"denominator"}}}""");

        assertThat(Api.values(null, "indicator=link-small").getList("items.status"))
                .containsExactly("normal", "suppressed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'relations':[{'total':'link-bad','parts':['link-bad','link-x']}]}|/relations/0/parts/0|indicator.relation-twice",
                "{'relations':[{'total':'link-bad','parts':['link-x','link-gone']}]}|/relations/0/parts/1|indicator.unknown",
                "{'sameFigureAs':'link-bad'}|/sameFigureAs|indicator.same-as-itself",
                "{'shareOf':{'numerator':'link-x','denominator':'link-y'}}|/shareOf|indicator.share-of-kind",
                "{'kind':'ratio','unit':'percent','shareOf':{'numerator':'link-bad','denominator':'link-y'}}"
                        + "|/shareOf/numerator|indicator.share-of-itself",
            })
    void whatIsStatedWronglyIsRefusedAtItsPlace(String more, String pointer, String code) throws Exception {
        count("link-x", Map.of());
        count("link-y", Map.of());
        Map<String, Object> definition = new HashMap<>(Map.of("name", "x", "unit", "persons", "kind", "count"));
        definition.putAll(
                new ObjectMapper().readValue(more.replace('\'', '"'), new TypeReference<Map<String, Object>>() {}));

        Api.as("steward")
                .contentType("application/json")
                .body(definition)
                .put("/indicators/link-bad")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is(pointer), "errors[0].code", is(code));
    }
}
