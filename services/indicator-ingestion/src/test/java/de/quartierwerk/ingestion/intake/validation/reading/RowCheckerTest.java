package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Limits;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a delivered table, without a database. */
class RowCheckerTest {
    private static final String WIDE = """
            {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"people"}}}""";
    private static final String SHARE = """
            {"spaceColumn":"raum","period":"2020","columns":{"v":{"indicator":"share"},
             "n":{"indicator":"share","measure":"numerator"},"d":{"indicator":"share","measure":"denominator"}}}""";
    private static final String LONG = """
            {"layout":"long","spaceColumn":"raum","indicatorColumn":"was","periodColumn":"wann","valueColumn":"wert",
             "statusColumn":"status"}""";

    @Test
    void goodRowsBecomeValues() {
        PaperFile file = new PaperFile(WIDE);

        long rows = file.read("raum;a\n0101;5\n0102;1.234\n");

        assertThat(rows).isEqualTo(2);
        assertThat(file.staged.values())
                .containsExactly("2;0101;people;2020;5;;;normal", "3;0102;people;2020;1234;;;normal");
        assertThat(file.found.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0101;fünf|2;a;number.malformed;error;fünf",
                "0101;31.12.2020|2;a;number.date;error;31.12.2020",
                "0101;=A1+B1|2;a;number.formula;error;=A1+B1",
                "0101;5 %|2;a;number.percent;error;5 %",
                "0101;2,5|2;a;value.count-with-decimals;warning;2,5",
                "0101|2;raum;row.too-short;error;1",
                "0101;5;6|2;raum;row.too-wide;error;3",
                "101;5|2;raum;space.zeros-lost;error;101",
                "nirgends;5|2;raum;space.unknown;error;nirgends",
                "Nordstatt;5|2;raum;space.name-proposed;error;Nordstatt",
                "Am Markt;5|2;raum;space.by-name;hint;Am Markt",
                "AM-MARKT;5|2;raum;space.name-unsure;warning;AM-MARKT",
                "Summe;5|2;raum;row.total;hint;Summe",
                "Stand: Mai;|2;raum;row.note;hint;Stand: Mai"
            })
    void saysWhatIsWrongAndWhere(String row, String finding) {
        PaperFile file = new PaperFile(WIDE);

        file.read("raum;a\n" + row + "\n");

        assertThat(file.found.lines()).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({"'',missing", "x,missing", ".,suppressed", "/,unreliable"})
    void marksStandForWhatTheMappingSays(String mark, String status) {
        PaperFile file = new PaperFile("""
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"people"}},
                 "missing":["","x"],"suppressed":["."],"unreliable":["/"]}""");

        file.read("raum;a\n0101;" + mark + "\n");

        assertThat(file.staged.values()).containsExactly("2;0101;people;2020;;;;" + status);
    }

    @Test
    void aShareIsComputedFromItsParts() {
        PaperFile file = new PaperFile(SHARE);

        file.read("raum;v;n;d\n0101;25,0;5;20\n0102;30;5;20\n0201;;30;20\n");

        assertThat(file.staged.values())
                .containsExactly(
                        "2;0101;share;2020;25;5;20;normal",
                        "3;0102;share;2020;25;5;20;normal",
                        "4;0201;share;2020;150;30;20;normal");
        assertThat(file.found.lines())
                .containsExactly("3;v;value.ratio-differs;warning;30", "4;v;value.numerator-exceeds;warning;30");
    }

    @Test
    void oneOfTheNumbersOfAShareGivesTheOther() {
        PaperFile file = new PaperFile(SHARE);

        file.read("raum;v;n;d\n0101;25;5;\n0102;25;;20\n0201;;5;\n");

        assertThat(file.staged.values())
                .containsExactly("2;0101;share;2020;25;5;20;normal", "3;0102;share;2020;25;5;20;normal");
        assertThat(file.found.lines()).containsExactly("4;v;value.denominator-missing;error;");
    }

    @Test
    void longRowsNameIndicatorPeriodAndStatus() {
        PaperFile file = new PaperFile(LONG);

        file.read("""
                raum;was;wann;wert;status
                0101;people;31.12.2020;7;estimated
                0101;people;Mai;7;
                0101;cats;2020;7;
                0101;people;2021;7;ungefähr
                0101;;;;
                """);

        assertThat(file.staged.values()).containsExactly("2;0101;people;2020-12-31;7;;;estimated");
        assertThat(file.found.lines())
                .containsExactly(
                        "3;wann;period.malformed;error;Mai",
                        "4;was;indicator.unknown;error;cats",
                        "5;status;status.unknown;error;ungefähr");
    }

    @Test
    void limitsOfTheCatalogueHold() {
        Definition any = Definition.of("people", "persons", Kind.COUNT);
        Definition definition = new Definition(
                any.naming(),
                any.unit(),
                any.kind(),
                any.polarity(),
                any.theme(),
                any.computation(),
                any.disclosure(),
                new Limits(BigDecimal.ONE, BigDecimal.TEN),
                any.timing(),
                any.relations(),
                any.origin());
        PaperFile file = new PaperFile(WIDE).define("people", definition);

        file.read("raum;a\n0101;0\n0102;10\n0201;11\n");

        assertThat(file.staged.values()).containsExactly("3;0102;people;2020;10;;;normal");
        assertThat(file.found.lines())
                .containsExactly("2;a;value.below-minimum;error;0", "4;a;value.above-maximum;error;11");
    }

    @Test
    void onlyRowsOfTheConditionCount() {
        PaperFile file = new PaperFile("""
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"people"}},
                 "rows":{"where":{"column":"w","equals":"1"}}}""");

        long rows = file.read("raum;w;a\n0101;1;5\nnirgends;0;6\n");

        assertThat(rows).isEqualTo(1);
        assertThat(file.staged.values()).containsExactly("2;0101;people;2020;5;;;normal");
        assertThat(file.found.lines()).isEmpty();
    }

    @Test
    void totalsAreKeptWithTheirColumn() {
        PaperFile file = new PaperFile(WIDE);

        file.read("raum;a\n0101;5\nInsgesamt;6\n");

        assertThat(file.totals.all()).hasSize(1);
        StatedTotals.Total total = file.totals.all().get(0);
        assertThat(total.column()).isEqualTo(new StatedTotals.Column(0, "people", "2020", StatedTotals.Measure.VALUE));
        assertThat(total.number()).isEqualByComparingTo("6");
        assertThat(total.line()).isEqualTo(3);
    }

    @Test
    void aDateOutsideOfASpacesTimeIsRefused() {
        PaperFile file = new PaperFile("""
                {"spaceColumn":"raum","period":"1999","columns":{"a":{"indicator":"people"}}}""");

        file.read("raum;a\n0101;5\n");

        assertThat(file.found.lines()).containsExactly("2;raum;space.not-valid;error;0101");
        assertThat(file.found.arguments()).containsExactly(List.of("0101", "1999-12-31"));
    }
}
