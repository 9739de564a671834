package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roundabout ways to a suppressed number: by guessing, by delivering what is computed, by shares and by messages. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SecretsIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    private static void ratio(String code, String numerator, String denominator, boolean sensitive) {
        Api.indicator(
                code,
                Map.of(
                        "name",
                        code,
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "numerator",
                        numerator,
                        "denominator",
                        denominator,
                        "sensitive",
                        sensitive));
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "2,1,0", "50,0,1"})
    void aDryRunDoesNotTellWhetherAGuessWasRight(int guess, int updated, int unchanged) {
        Api.indicator("secret-guess", "count", "persons");
        Api.release("raum;a\n99001001-01;2\n99001001-02;50\n", Api.mapping("secret-guess", "2020"));
        String space = guess == 50 ? "99001001-02" : "99001001-01";

        String id = Api.deliver(
                        "supplier2",
                        "raum;a\n%s;%d\n".formatted(space, guess),
                        Api.mapping("secret-guess", "2020"),
                        "?dryRun=true")
                .extract()
                .path("id");
        JsonPath counts = Api.await("supplier2", id, "VALIDATED");

        assertThat(counts.getInt("counts.updated")).isEqualTo(updated);
        assertThat(counts.getInt("counts.unchanged")).isEqualTo(unchanged);
    }

    @Test
    void theRevisionOfASuppressedValueIsNotPublic() {
        Api.indicator("secret-revised", "count", "persons");
        Api.release("raum;a\n99001001-01;2\n99001001-02;50\n", Api.mapping("secret-revised", "2020"));
        Api.release("raum;a\n99001001-01;1\n99001001-02;51\n", Api.mapping("secret-revised", "2020"));

        JsonPath seen = Api.values(null, "indicator=secret-revised&space=99001001-01,99001001-02");

        assertThat(seen.getList("items.status")).containsExactly("suppressed", "normal");
        assertThat(seen.getList("items.revision")).containsExactly(null, 2);
        assertThat(seen.getString("items[0].releaseId")).isNull();
        assertThat(seen.getString("items[1].releaseId")).isNotNull();
        assertThat(Api.values("steward", "indicator=secret-revised&space=99001001-01")
                        .getList("items.revision"))
                .containsExactly(2);
    }

    @Test
    void aReleaseDoesNotTellIt() {
        Api.indicator("secret-repeated", "count", "persons");
        Api.release("raum;a\n99001001-01;2\n99001001-02;50\n", Api.mapping("secret-repeated", "2020"));

        JsonPath again = Api.approve(Api.check(
                        "supplier2",
                        "raum;a\n99001001-01;2\n99001001-02;50\n99001001-03;60\n",
                        Api.mapping("secret-repeated", "2020"))
                .getString("id"));

        assertThat(again.getMap("counts"))
                .containsEntry("created", 1)
                .containsEntry("updated", 1)
                .containsEntry("unchanged", 1);
        assertThat(Api.values("steward", "indicator=secret-repeated").getList("items.revision"))
                .containsExactly(1, 1, 1);
    }

    @Test
    void whatOneDeliveredOneselfIsUnchanged() {
        Api.indicator("secret-own", "count", "persons");
        String file = "raum;a\n99001001-01;2\n99001001-02;50\n";
        Api.approve(
                Api.check("supplier", file, Api.mapping("secret-own", "2020")).getString("id"));

        JsonPath again = Api.check("supplier", file, Api.mapping("secret-own", "2020"));

        assertThat(again.getInt("counts.unchanged")).isEqualTo(2);
    }

    @Test
    void deliveredValuesOfAComputedIndicatorAreNotTakenOver() {
        Api.indicator("secret-some", "count", "persons");
        Api.indicator("secret-all", "count", "persons");
        ratio("secret-share", "secret-some", "secret-all", false);
        String mapping = """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"secret-some"},
                 "b":{"indicator":"secret-all"},"c":{"indicator":"secret-share"}}}""";
        String file = "raum;a;b;c\n99001001-01;2;500;0.4\n99001001-02;50;400;12.5\n";

        JsonPath first = Api.release(file, mapping);
        JsonPath second = Api.check("steward", file, mapping);
        String alone = Api.deliver("supplier2", "raum;a\n99001001-01;0.4\n", Api.mapping("secret-share", "2020"), "")
                .extract()
                .path("id");

        assertThat(first.getInt("counts.created")).isEqualTo(4);
        assertThat(first.getInt("counts.rejected")).isZero();
        Api.as("steward")
                .get("/submissions/" + first.getString("id") + "/findings")
                .then()
                .body("items.code", hasItem("indicator.computed"));
        assertThat(second.getInt("counts.unchanged")).isEqualTo(4);
        assertThat(Api.await("supplier2", alone, "REJECTED").getInt("counts.created"))
                .isZero();
        assertThat(Api.values(null, "indicator=secret-share").getList("items.value"))
                .containsExactly(null, 12.5f);
        assertThat(Api.values("steward", "indicator=secret-share").getList("items.revision"))
                .containsExactly(1, 1);
    }

    @Test
    void aShareWrittenAsAFormulaIsControlledLikeOne() {
        Api.indicator("secret-family", "count", "children");
        Api.indicator("secret-young", "count", "children");
        Api.indicator("secret-older", "count", "children");
        Api.indicator(
                "secret-language",
                Map.of(
                        "name",
                        "Anteil",
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "formula",
                        "[secret-family] / ([secret-young] + [secret-older]) * 100"));

        Api.release("""
                raum;f;u;o
                99001001-01;99;40;60
                99001001-02;50;40;60
                99001001-03;20;30;40
                """, """
                {"spaceColumn":"raum","period":"2020","columns":{"f":{"indicator":"secret-family"},
                 "u":{"indicator":"secret-young"},"o":{"indicator":"secret-older"}}}""");

        JsonPath exact = Api.values("steward", "indicator=secret-language&level=social-space");
        assertThat(exact.getList("items.suppression"))
                .startsWith("SMALL_COMPLEMENT")
                .contains("SMALL_DENOMINATOR");
        assertThat(exact.getList("items.numerator")).startsWith(99, 50, 20);
        assertThat(exact.getList("items.denominator")).startsWith(100, 100, 70);
        assertThat(Api.values(null, "indicator=secret-family&level=social-space")
                        .getList("items.value"))
                .startsWith((Object) null);
    }

    @Test
    void aShareOfCountsHasToBeAQuotient() {
        Api.indicator("secret-few", "count", "persons");
        Api.indicator("secret-many", "count", "persons");
        Api.as("steward")
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "Rest",
                        "unit",
                        "percent",
                        "kind",
                        "ratio",
                        "formula",
                        "100 - [secret-few] / [secret-many] * 100"))
                .put("/indicators/secret-rest")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/formula"), "errors[0].code", is("indicator.formula-no-quotient"));
    }

    /** One after the other, so that the numerator is public before the share is known to say too much. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDenominatorIsSuppressedWhereTheNumeratorIsPublicAlready(boolean sensitive) {
        String name = "secret-forced-" + sensitive;
        Api.indicator(name + "-some", "count", "persons");
        Api.indicator(name + "-all", "count", "persons");
        ratio(name, name + "-some", name + "-all", sensitive);
        Api.release("raum;a\n99001001-01;%d\n".formatted(sensitive ? 500 : 499), Api.mapping(name + "-some", "2020"));

        Api.release("raum;a\n99001001-01;500\n", Api.mapping(name + "-all", "2020"));

        JsonPath seen = Api.values(null, "indicator=%s,%s-all,%s-some".formatted(name, name, name));
        assertThat(seen.getList("items.value")).containsExactly(null, null, sensitive ? 500 : 499);
        assertThat(seen.getList("items.denominator")).containsOnlyNulls();
    }

    @Test
    void aValueAndItsDenominatorGiveTheNumerator() {
        Api.indicator("secret-third", "ratio", "percent");

        Api.release("raum;a;n\n99001001-01;0.5;200\n99001001-02;25;200\n", """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"secret-third"},
                 "n":{"indicator":"secret-third","measure":"denominator"}}}""");

        JsonPath exact = Api.values("steward", "indicator=secret-third");
        assertThat(exact.getList("items.numerator")).containsExactly(1, 50);
        assertThat(exact.getList("items.suppression")).containsExactly("SMALL_NUMERATOR", null);
    }

    /** The cases of the share come as a count, too: 30 of a group of 60 are public there, and must not give the 2. */
    @Test
    void aNumeratorIsNotProtectedByWhatIsPublicAsACount() {
        Api.indicator("secret-cases", "count", "persons");
        Api.indicator("secret-rate", "ratio", "percent");

        Api.release("raum;a\n99001001-01;2\n99001001-02;30\n99001001-03;15\n", Api.mapping("secret-cases", "2020"));
        Api.release("""
                raum;z;n
                99001001-01;2;400
                99001001-02;30;60
                99001001-03;15;500
                """, """
                {"spaceColumn":"raum","period":"2020","columns":{"z":{"indicator":"secret-rate","measure":"numerator"},
                 "n":{"indicator":"secret-rate","measure":"denominator"}}}""");

        JsonPath counts = Api.values(null, "indicator=secret-cases&level=social-space");
        JsonPath rates = Api.values(null, "indicator=secret-rate&level=social-space");
        assertThat(counts.getList("items.value")).startsWith(null, 30, null);
        assertThat(rates.getList("items.value")).startsWith(null, null, null);
    }

    @Test
    void aCountHasNoPartsThatNobodyControls() {
        Api.indicator("secret-whole", "count", "persons");

        JsonPath released = Api.release("raum;a;z;n\n99001001-01;50;2;100\n", """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"secret-whole"},
                 "z":{"indicator":"secret-whole","measure":"numerator"},
                 "n":{"indicator":"secret-whole","measure":"denominator"}}}""");

        Api.as("steward")
                .get("/submissions/" + released.getString("id") + "/findings")
                .then()
                .body("items.code", hasItem("value.parts-not-taken"));
        JsonPath exact = Api.values("steward", "indicator=secret-whole");
        assertThat(exact.getList("items.value")).containsExactly(50);
        assertThat(exact.getList("items.numerator")).containsOnlyNulls();
        assertThat(exact.getList("items.denominator")).containsOnlyNulls();
    }

    @Test
    void messagesQuoteNumbersOnlyToWhoMayReadThem() {
        Api.indicator("secret-sum", "count", "persons");
        String id = Api.check(
                        "supplier",
                        "raum;a\n99001001-01;2\n99001001-02;50\nInsgesamt;60\n",
                        Api.mapping("secret-sum", "2020"))
                .getString("id");
        String findings = "/submissions/" + id + "/findings";

        Api.as("supplier")
                .get(findings)
                .then()
                .body(
                        "items.find{it.code=='total.differs'}.message",
                        is("Die Werte der Zeilen ergeben 52; die Differenz zur Summenzeile ist 8."));
        Api.as("municipal-planner")
                .get(findings)
                .then()
                .statusCode(200)
                .body("items.find{it.code=='total.differs'}.message", is("Summe weicht ab"));
        assertThat(Api.as("municipal-planner").accept("text/csv").get(findings).asString())
                .contains("Summe weicht ab")
                .doesNotContain("52");
    }

    @Test
    void aSumComesBackWhereADeliveredTotalIsWithdrawn() {
        Api.indicator("secret-total", "count", "persons");
        String mapping = Api.mapping("secret-total", "2020");
        Api.release("raum;a\n99001001-01;30\n99001001-02;40\n99001001-03;50\n", mapping);
        String delivered = Api.release("raum;a\n99001001;125\n", mapping).getString("id");
        String withdrawal = Api.as("steward")
                .post("/submissions/" + delivered + "/withdrawal")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Api.approve(withdrawal);

        Api.release("raum;a\n99001001-01;31\n", mapping);

        JsonPath values = Api.values("steward", "indicator=secret-total&space=99001001");
        assertThat(values.getList("items.value")).containsExactly(121);
        assertThat(values.getList("items.revision")).containsExactly(4);
    }

    @Test
    void anEmptyCellOfALargerSpaceGetsTheSum() {
        Api.indicator("secret-empty", "count", "persons");
        String file = "raum;a\n99001001;\n99001001-01;30\n99001001-02;40\n99001001-03;50\n";
        Api.release(file, Api.mapping("secret-empty", "2020"));
        JsonPath again = Api.release(file, Api.mapping("secret-empty", "2020"));

        JsonPath values = Api.values("steward", "indicator=secret-empty&space=99001001");
        assertThat(values.getList("items.value")).containsExactly(120);
        assertThat(values.getList("items.revision")).containsExactly(1);
        assertThat(again.getInt("counts.unchanged")).isEqualTo(4);
    }

    /** The counts are of the end of the year, after the areas had changed; the share refers to March, before that. */
    @Test
    void protectionLooksAtTheTerritoryOfTheDay() {
        LocalDate change = LocalDate.of(2020, 7, 1);
        Region.level("secret-town", 20);
        Region.level("secret-area", 30);
        Region.tell(List.of(
                area("97001", null, LocalDate.of(2006, 1, 1), null),
                area("97001-01", "97001", LocalDate.of(2006, 1, 1), change.minusDays(1)),
                area("97001-02", "97001", change, null),
                area("97001-03", "97001", change, null),
                area("97001-04", "97001", change, null)));
        Api.indicator("secret-x-some", "count", "persons");
        Api.indicator("secret-x-all", "count", "persons");
        Api.indicator(
                "secret-x",
                Map.of(
                        "name", "x",
                        "unit", "percent",
                        "kind", "ratio",
                        "numerator", "secret-x-some",
                        "denominator", "secret-x-all",
                        "referenceDate", "--03-01"));

        Api.release("raum;a;b\n97001-02;2;400\n97001-03;20;500\n97001-04;60;600\n", """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"secret-x-some"},
                 "b":{"indicator":"secret-x-all"}}}""");

        assertThat(Api.values(null, "indicator=secret-x-some&space=97001,97001-02,97001-03,97001-04")
                        .getList("items.value"))
                .containsExactly(82, null, null, 60);
    }

    private static SocialSpace area(String key, String parent, LocalDate from, LocalDate to) {
        List<String> path = parent == null ? List.of(key) : List.of(parent, key);
        String level = parent == null ? "secret-town" : "secret-area";
        return new SocialSpace(key, key, level, parent, path, from, to, BigDecimal.TEN, null, Map.of(), 1);
    }

    @Test
    void aDayHasOneText() {
        Api.indicator("secret-day", "count", "persons");
        Api.release("raum;a\n99001001-01;30\n", Api.mapping("secret-day", "2020"));

        JsonPath checked =
                Api.check("steward", "raum;tag;a\n99001001-01;2020-12-31;31\n99001001-01;2021-12-31;32\n", """
                {"spaceColumn":"raum","periodColumn":"tag","columns":{"a":{"indicator":"secret-day"}}}""");

        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getMap("counts")).containsEntry("created", 1).containsEntry("rejected", 1);
        Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .body(
                        "items[0].code",
                        is("period.other-text"),
                        "items[0].message",
                        is(
                                "Die Werte von „secret-day“ zum 2020-12-31 stehen schon unter dem Zeitraum 2020; derselbe Tag"
                                        + " kann nicht auch als 2020-12-31 geliefert werden."));
    }
}
