package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that the platform changes by cell keys delivered beside them, and sums that a few contributors dominate. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class CellKeysIT {
    private static final Map<String, Object> OWN = Map.of("method", "own-cell-key", "deviation", 4, "variance", 2);

    @Inject
    Database database;

    @BeforeEach
    void region() {
        Region.tell();
    }

    private static void count(String code, Map<String, Object> more) {
        Map<String, Object> definition = new HashMap<>(Map.of("name", code, "unit", "persons", "kind", "count"));
        definition.putAll(more);
        Api.indicator(code, definition);
    }

    private static String mapping(String code, String period) {
        return """
                {"spaceColumn":"raum","period":"%s","columns":{"a":{"indicator":"%s"},
                 "k":{"indicator":"%s","measure":"cell-key"}}}""".formatted(period, code, code);
    }

    @Test
    void aCountIsChangedAsItsKeySaysAndNobodySeesTheExactOne() {
        count("keys-a", Map.of("protection", OWN));
        count("keys-b", Map.of("protection", OWN));
        String file = "raum;a;k\n99001001-01;1;0,0001\n99001001-02;50;0,9999\n99001001-03;0;\n";

        Api.release(file, mapping("keys-a", "2022"));
        Api.release(file, mapping("keys-b", "2022"));

        for (String user : new String[] {null, "steward"}) {
            for (String code : List.of("keys-a", "keys-b")) {
                JsonPath values = Api.values(user, "indicator=" + code + "&level=social-space");
                assertThat(values.getList("items.value")).containsExactly(0, 54, 0);
                assertThat(values.getList("items.protection")).containsOnly("own-cell-key");
                assertThat(values.getList("items.deviation")).containsOnly(4);
            }
        }
        assertThat(Api.release(file, mapping("keys-a", "2022")).getInt("counts.unchanged"))
                .isEqualTo(3);
        assertThat(database.number("select count(*) from value where indicator = 'keys-a'"))
                .isEqualTo(4);
    }

    /** The count that is delivered now happens to be the one that was published for another one before. */
    @Test
    void aCountIsChangedAlsoWhereItLooksLikeThePublishedOne() {
        count("keys-same", Map.of("protection", OWN));
        Api.release("raum;a;k\n99001001-01;50;0,9999\n", mapping("keys-same", "2022"));

        Api.release("raum;a;k\n99001001-01;54;0,0001\n", mapping("keys-same", "2022"));

        assertThat(Api.values(null, "indicator=keys-same").getList("items.value"))
                .containsExactly(50);
    }

    @Test
    void withoutKeysNothingIsTaken() {
        count("keys-bad", Map.of("protection", OWN));

        Api.deliver("steward", "raum;a\n99001001-01;7\n", Api.mapping("keys-bad", "2022"), "")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/columns/a"),
                        "errors.code",
                        contains("mapping.cell-key-missing"),
                        "errors[0].message",
                        is("„keys-bad“ wird nach Cell-Keys verändert; neben jeder Anzahl muss ihr Schlüssel stehen"
                                + " (measure cell-key, in der langen Form cellKeyColumn)."));

        String id = Api.check(
                        "steward",
                        "raum;a;k\n99001001-01;7;\n99001001-02;8;1\n99001001-03;9;0,5\n",
                        mapping("keys-bad", "2022"))
                .getString("id");
        Api.as("steward")
                .get("/submissions/" + id + "/findings")
                .then()
                .body(
                        "items.findAll{it.severity=='error'}.line",
                        contains(2, 3),
                        "items.findAll{it.severity=='error'}.column",
                        contains("k", "k"),
                        "items.findAll{it.severity=='error'}.code",
                        contains("cell-key.missing", "cell-key.range"),
                        "items.message",
                        hasItems("Neben der Anzahl fehlt ihr Schlüssel; ohne ihn kann sie nicht verändert und nicht"
                                + " veröffentlicht werden."));
    }

    @Test
    void longTablesHaveAColumnOfKeys() {
        count("keys-long", Map.of("protection", OWN));
        count("keys-plain", Map.of());

        Api.release(
                "space;indicator;period;value;key\n99001001-01;keys-long;2022;50;0.9999\n99001001-01;keys-plain;2022;50;\n",
                "{\"cellKeyColumn\":\"key\"}");

        assertThat(Api.values(null, "indicator=keys-long,keys-plain").getList("items.value"))
                .containsExactly(54, 50);
    }

    /** A file was checked before the catalogue asked for keys: its counts must not become public as they are. */
    @Test
    void whatWasCheckedBeforeTheCatalogueAskedForKeysIsSuppressed() {
        count("keys-late", Map.of());
        String id = Api.check("steward", "raum;a\n99001001-01;7\n", Api.mapping("keys-late", "2022"))
                .getString("id");
        count("keys-late", Map.of("protection", OWN));

        Api.approve(id);

        assertThat(Api.values("steward", "indicator=keys-late").getList("items.status"))
                .containsExactly("suppressed");
        assertThat(Api.values("steward", "indicator=keys-late").getList("items.value"))
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'protection':{'method':'own-cell-key','deviation':4}}|/protection/variance|indicator.protection-variance",
                "{'protection':{'method':'own-cell-key','deviation':4,'variance':0.5}}"
                        + "|/protection/variance|indicator.protection-variance",
                "{'protection':{'method':'own-cell-key','deviation':4,'variance':7}}"
                        + "|/protection/variance|indicator.protection-variance",
                "{'protection':{'method':'own-cell-key','deviation':1,'variance':1}}"
                        + "|/protection/deviation|indicator.protection-deviation",
                "{'protection':{'method':'own-cell-key','deviation':2.5,'variance':1}}"
                        + "|/protection/deviation|indicator.protection-deviation",
                "{'protection':{'method':'random-rounding','deviation':2,'variance':1}}"
                        + "|/protection/variance|indicator.protection-variance-unused",
                "{'kind':'ratio','unit':'percent','protection':{'method':'own-cell-key','deviation':4,'variance':2}}"
                        + "|/protection/method|indicator.protection-own",
                "{'protection':{'method':'own-cell-key','deviation':4,'variance':2},'sameFigureAs':'keys-rounded'}"
                        + "|/protection|indicator.protection-mixed",
                "{'protection':{'method':'random-rounding','deviation':3},'sameFigureAs':'keys-rounded'}"
                        + "|/protection|indicator.protection-mixed",
                "{'dominance':{'n':2}}|/dominance/k|indicator.dominance-incomplete",
                "{'dominance':{'k':80}}|/dominance/n|indicator.dominance-incomplete",
                "{'dominance':{}}|/dominance|indicator.dominance-incomplete",
                "{'kind':'ratio','unit':'percent','dominance':{'p':10}}|/dominance|indicator.dominance-kind",
                "{'dominance':{'p':10},'protection':{'method':'rounding','deviation':2}}"
                        + "|/dominance|indicator.dominance-noise",
            })
    void whatIsStatedWronglyIsRefusedAtItsPlace(String more, String pointer, String code) throws Exception {
        count("keys-rounded", Map.of("protection", Map.of("method", "random-rounding", "deviation", 2)));
        Map<String, Object> definition = new HashMap<>(Map.of("name", "x", "unit", "persons", "kind", "count"));
        definition.putAll(
                new ObjectMapper().readValue(more.replace('\'', '"'), new TypeReference<Map<String, Object>>() {}));

        Api.as("steward")
                .contentType("application/json")
                .body(definition)
                .put("/indicators/keys-wrong")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is(pointer), "errors[0].code", is(code));
    }

    @Test
    void anUnknownMethodIsRefusedAtItsPlace() {
        Api.as("steward")
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "x",
                        "unit",
                        "persons",
                        "kind",
                        "count",
                        "protection",
                        Map.of("method", "swapping", "deviation", 2)))
                .put("/indicators/keys-unknown")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/protection/method"), "errors[0].value", is("swapping"));
    }

    @Test
    void aMeanThatAFewDominateIsSuppressedWithSomethingThatGivesIt() {
        Api.indicator(
                "dominance-rent",
                Map.of("name", "x", "unit", "EUR", "kind", "mean", "dominance", Map.of("n", 2, "k", 85, "p", 10)));

        Api.release("""
                raum;summe;zahl;erster;zweiter
                99001001-01;1000;9;500;400
                99001001-02;1000;9;200;150
                99001001-03;3000;30;200;150
                99001001;5000;48;;
                99001002-01;900;4;;
                99001002-02;900;9;;
                """, """
                {"spaceColumn":"raum","period":"2022","columns":{
                 "summe":{"indicator":"dominance-rent","measure":"numerator"},
                 "zahl":{"indicator":"dominance-rent","measure":"denominator"},
                 "erster":{"indicator":"dominance-rent","measure":"contribution"},
                 "zweiter":{"indicator":"dominance-rent","measure":"contribution"}}}""");

        JsonPath exact = Api.values("steward", "indicator=dominance-rent&level=social-space");
        assertThat(exact.getList("items.suppression").subList(0, 1)).containsExactly("DOMINANCE");
        assertThat(exact.getList("items.suppression").subList(3, 5)).containsExactly("SMALL_NUMBER", null);
        assertThat(exact.getList("items.suppression").subList(1, 3)).containsOnlyOnce("DERIVABLE_DENOMINATOR");
        assertThat(Api.values(null, "indicator=dominance-rent&space=99001001-01")
                        .getList("items.numerator"))
                .containsOnlyNulls();
    }

    @Test
    void contributionsThatExceedTheSumAreFaults() {
        Api.indicator(
                "dominance-bad", Map.of("name", "x", "unit", "EUR", "kind", "count", "dominance", Map.of("p", 10)));

        String id = Api.check("steward", "raum;a;b\n99001001-01;1000;1001\n99001001-02;1000;10\n", """
                        {"spaceColumn":"raum","period":"2022","columns":{"a":{"indicator":"dominance-bad"},
                         "b":{"indicator":"dominance-bad","measure":"contribution"}}}""")
                .getString("id");

        Api.as("steward")
                .get("/submissions/" + id + "/findings")
                .then()
                .body(
                        "items[0].code",
                        is("contribution.too-large"),
                        "items[0].column",
                        is("b"),
                        "items[0].line",
                        is(2));
    }

    /**
     * What a correction made public and a withdrawal brings back stays suppressed, although its contributors are gone.
     */
    @Test
    void aWithdrawalDoesNotMakeADominatedSumPublic() {
        Api.indicator(
                "dominance-back", Map.of("name", "x", "unit", "EUR", "kind", "count", "dominance", Map.of("p", 10)));
        String mapping = """
                {"spaceColumn":"raum","period":"2022","columns":{"a":{"indicator":"dominance-back"},
                 "b":{"indicator":"dominance-back","measure":"contribution"}}}""";
        Api.release("raum;a;b\n99001001-01;1000;990\n", mapping);
        String correction =
                Api.release("raum;a;b\n99001001-01;2000;100\n", mapping).getString("id");
        assertThat(Api.values(null, "indicator=dominance-back").getList("items.value"))
                .containsExactly(2000);

        String withdrawal = Api.as("steward")
                .post("/submissions/" + correction + "/withdrawal")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Api.approve(withdrawal);

        assertThat(Api.values("steward", "indicator=dominance-back").getList("items.value"))
                .containsExactly(1000);
        assertThat(Api.values(null, "indicator=dominance-back").getList("items.value"))
                .containsOnlyNulls();
    }
}
