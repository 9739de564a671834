package de.quartierwerk.ingestion.intake.validation;

import static de.quartierwerk.ingestion.intake.file.Workbooks.number;
import static de.quartierwerk.ingestion.intake.file.Workbooks.row;
import static de.quartierwerk.ingestion.intake.file.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import de.quartierwerk.ingestion.intake.file.Workbooks;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips of those who write tables: none of them changes a value in silence. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class SlipsIT {
    private static final String MAPPING = """
            {"level":"social-space","spaceColumn":"raum","period":"%s","columns":{"n":{"indicator":"slips"}}%s}""";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("slips", "count", "persons");
        Api.indicator("slips-percent", "ratio", "percent");
    }

    @Test
    void totalsAreComparedWithWhatIsTaken() {
        assertThat(findings("99001001-01;10\n99001001-02;20\n99001001-02;20\nSumme;30\n", "2013", ""))
                .containsExactly("5;raum;row.total;hint;Summe", "4;n;value.repeated;warning;");
    }

    @Test
    void aTotalIsToldOfAgainstTheNearestSum() {
        JsonPath checked =
                check("99001001-01;10\n99001001-02;20\nZwischensumme;30\n99001001-03;5\nSumme;36\n", "2013", "");

        assertThat(messages(checked, "total.differs"))
                .containsExactly("Die Werte der Zeilen ergeben 35; die Differenz zur Summenzeile ist 1.");
    }

    @ParameterizedTest
    @CsvSource({"., '12,5'", "',', 12.5"})
    void aStatedSignBetweenThousandsTellsTheDecimalSign(String grouping, String number) {
        JsonPath checked = Api.check("steward", "raum;n\n99001001-01;" + number + "\n", """
                {"spaceColumn":"raum","period":"2013","grouping":"%s","columns":{"n":{"indicator":"slips-percent"}}}""".formatted(grouping));

        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getString("detected.decimal")).isEqualTo(grouping.equals(".") ? "," : ".");
    }

    @Test
    void aCharacterThatNoDatabaseTakesIsReplaced() {
        JsonPath checked = Api.check(
                "steward",
                "values.json",
                "[{\"raum\":\"x\\u0000y\",\"n\":5},{\"raum\":\"99001001-01\",\"n\":5}]"
                        .getBytes(StandardCharsets.UTF_8),
                MAPPING.formatted("2013", ""));

        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getList("coverage.unknown")).isEqualTo(List.of("x\ufffdy"));
    }

    @Test
    void anEmptyCellOverAReleasedValueIsToldOf() {
        Api.release("raum;n\n99001001-01;5\n99001001-02;50\n99001001-03;\n", MAPPING.formatted("2014", ""));
        String id = Api.deliver(
                        "steward",
                        "raum;n\n99001001-01;\n99001001-02;51\n99001001-03;\n99001002-01;\n",
                        MAPPING.formatted("2014", ""),
                        "?dryRun=true")
                .extract()
                .path("id");
        JsonPath checked = Api.await("steward", id, "VALIDATED");

        assertThat(told(checked)).containsExactly("2;n;value.taken-back;warning;");
        Api.as("steward")
                .get("/submissions/" + id + "/findings?code=value.taken-back")
                .then()
                .body("items.before", contains("5"));
        assertThat(messages(checked, "value.taken-back"))
                .singleElement()
                .asString()
                .doesNotContain("5");
    }

    @Test
    void theOddCellOfAColumnOfCountsIsTheFault() {
        assertThat(findings("99001001-01;1.234\n99001001-02;2.345\n99001001-03;12.5\n", "2015", ""))
                .containsExactly("4;n;number.malformed;error;12.5", "2;n;number.grouped-count;hint;1.234");
        assertThat(findings("99001001-01;1.234.567\n99001001-02;2.345.678\n99001001-03;1,234\n", "2015", ""))
                .containsExactly("4;n;value.count-with-decimals;warning;1,234");
        assertThat(findings("99001001-01;5,5\n99001001-02;7\n", "2015", ""))
                .containsExactly("2;n;value.count-with-decimals;warning;5,5");
    }

    @Test
    void countsDoNotDecideForTheQuotesOfALongTable() {
        assertThat(told(Api.check("steward", """
                space;indicator;period;value
                99001001-01;slips;2015;1.234
                99001001-02;slips;2015;2.345
                99001001-01;slips-percent;2015;12.5
                """, "{\"level\":\"social-space\"}")))
                .containsExactly(
                        "2;value;value.count-with-decimals;warning;1.234",
                        "3;value;value.count-with-decimals;warning;2.345");
    }

    @Test
    void columnsWithANoteAtTheirPeriodAreReadAndOthersToldOf() {
        JsonPath checked = Api.check("steward", """
                raum;Einwohner;;;;Quote;Einwohnerdichte
                ;2012;2013 1);2014*;Ende 2015;2012;2012
                99001001-01;5;6;7;8;9;10
                """, """
                {"level":"social-space","spaceColumn":"raum","periodInHeader":true,
                 "columns":{"Einwohner":{"indicator":"slips"},"Quote":{"indicator":"slips-percent"}}}""");

        assertThat(checked.getInt("counts.values")).isEqualTo(4);
        assertThat(told(checked))
                .containsExactly(";Einwohner / Ende 2015;header.column-not-used;warning;Einwohner / Ende 2015");
    }

    @Test
    void rowsOfALongTableThatNobodyFilledInAreNone() {
        JsonPath checked = Api.check(
                "steward",
                "space;indicator;period;value\n99001001-01;slips;2016;5\n99001001-02;;2016;\n",
                "{\"level\":\"social-space\"}");

        assertThat(checked.getInt("counts.rows")).isEqualTo(1);
        assertThat(told(checked)).isEmpty();
    }

    @Test
    void aKeyWithTextsInsteadOfNumbersIsNoNote() {
        Region.level("slip-space", 60);
        Region.tell(List.of(Region.space("020001", "Nullau", "slip-space", null, List.of("020001"))));

        assertThat(told(Api.check(
                        "steward",
                        """
                raum;n
                2016;Anzahl
                Stand 2016;Anzahl
                020001;5
                20001;k.A.
                99999999;?
                """,
                        "{\"level\":\"slip-space\",\"spaceColumn\":\"raum\",\"period\":\"2016\","
                                + "\"columns\":{\"n\":{\"indicator\":\"slips\"}}}")))
                .containsExactly(
                        "2;raum;row.note;hint;2016",
                        "3;raum;row.note;hint;Stand 2016",
                        "6;raum;space.unknown;error;99999999",
                        "5;raum;space.zeros-lost;error;20001");
    }

    @Test
    void anEmptyCellIsMissingWhateverElseIs() {
        assertThat(findings("99001001-01;5\n99001001-02;\n99001001-03;k.A.\n", "2016", ",\"missing\":[\"k.A.\"]"))
                .isEmpty();
    }

    @Test
    void namesAreTheSameWithCharactersThatNobodySees() {
        Region.level("slip-name", 61);
        Region.tell(List.of(Region.space("slip-1", "Überruhr", "slip-name", null, List.of("slip-1"))));
        String mapping = "{\"level\":\"slip-name\",\"spaceColumn\":\"raum\",\"spaceMatch\":\"name\","
                + "\"period\":\"2016\",\"columns\":{\"n\":{\"indicator\":\"slips\"}}}";

        assertThat(told(Api.check("steward", "raum;n\nU\u0308ber\u00adruhr\u200b;5\n", mapping)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zahl der\n Leute", "Zahl  der Leute", "Zahl_x000D_\nder Leute", "Zahl der Leute"})
    void aColumnIsTheSameInOneLineAndInSeveral(String name) {
        JsonPath checked = Api.check("steward", "raum;\"" + name + "\"\n99001001-01;5\n", """
                {"spaceColumn":"raum","period":"2016","columns":{"Zahl der\\n  Leute":{"indicator":"slips"}}}""");

        assertThat(checked.getInt("counts.values")).isEqualTo(1);
    }

    @Test
    void aContradictionOnAnotherSheetIsToldOfWithThat() throws IOException {
        String head = row(1, text("raum"), text("n"));
        byte[] file = new Workbooks()
                .sheet("Nord", head + row(2, text("99001001-01"), number("5", 0)))
                .sheet("Süd", head + row(2, text("99001001-01"), number("6", 0)))
                .bytes();

        JsonPath checked = Api.check("steward", "a.xlsx", file, MAPPING.formatted("2016", ",\"sheets\":[\"*\"]"));

        assertThat(messages(checked, "value.contradicts"))
                .containsExactly(
                        "Zeile 2 (Süd) nennt einen anderen Wert für „99001001-01“; keiner davon wurde übernommen.",
                        "Zeile 2 (Nord) nennt einen anderen Wert für „99001001-01“; keiner davon wurde übernommen.");
    }

    @Test
    void noLineIsToldOfWhereThereIsNone() {
        assertThat(new Messages().text(Locale.GERMAN, "file.unreadable", 0))
                .isEqualTo("Die Datei kann nicht als Tabelle gelesen werden.");
        assertThat(new Messages().text(Locale.GERMAN, "file.unreadable", 1234L))
                .isEqualTo("Die Datei kann nicht als Tabelle gelesen werden (Zeile 1234).");
    }

    private static JsonPath check(String rows, String period, String more) {
        return Api.check("steward", "raum;n\n" + rows, MAPPING.formatted(period, more));
    }

    private static List<String> findings(String rows, String period, String more) {
        return told(check(rows, period, more));
    }

    /** What is told, but for the spaces of which the few lines say nothing. */
    private static List<String> told(JsonPath checked) {
        return Lines.findings(checked.getString("id")).stream()
                .filter(finding -> !finding.contains("not-delivered"))
                .toList();
    }

    private static List<String> messages(JsonPath checked, String code) {
        return Api.as("steward")
                .get("/submissions/" + checked.getString("id") + "/findings?limit=1000")
                .jsonPath()
                .getList("items.findAll { it.code == '" + code + "' }.message");
    }
}
