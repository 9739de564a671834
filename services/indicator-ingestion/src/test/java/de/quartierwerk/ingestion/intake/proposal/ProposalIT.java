package de.quartierwerk.ingestion.intake.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import de.quartierwerk.ingestion.intake.file.OpenDocuments;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is proposed for files that leave something open, or that cannot be read. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ProposalIT {
    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
        Api.indicator("pp-people", Map.of("name", "Personen am Ort", "unit", "persons", "kind", "count"));
        Api.indicator("pp-homes", Map.of("name", "Wohnungen", "unit", "persons", "kind", "count"));
    }

    private static ValidatableResponse propose(byte[] file, String indicators) {
        RequestSpecification request = Api.as("supplier").multiPart("file", "stand-2023.csv", file, "text/csv");
        if (indicators != null) {
            request.multiPart("indicators", indicators);
        }
        return request.post("/mappings/proposal").then();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void levelAndPeriodAreFoundAndTheRestIsAsked() {
        propose(
                        bytes("Raum;Leute;Wohnungen\n99001001-01;5;1\n99001001-02;6;2\n99001001-03;7;3\n"),
                        "pp-people,pp-homes")
                .statusCode(200)
                .body("mapping.level", is("social-space"))
                .body("mapping.spaceColumn", is("Raum"))
                .body("mapping.period", is("2023"))
                .body("mapping.columns.Wohnungen.indicator", is("pp-homes"))
                .body("toDecide.pointer", hasItems("/period", "/columns/Leute"))
                .body("toDecide.find { it.pointer == '/columns/Leute' }.options", hasItem("pp-people"))
                .body("preview.values[0].number", is((Object) null))
                .body("preview.values[0].value", is(1));
    }

    @Test
    void valuesThatContradictEachOtherAreAskedAbout() {
        propose(
                        bytes(
                                "freq,sex,geo\\TIME_PERIOD\t2022\nA,T,99001001-01\t10\nA,F,99001001-01\t6\nA,T,99001001-02\t12\n"),
                        "pp-people")
                .statusCode(200)
                .body("mapping.periodInHeader", is(true))
                .body("toDecide.find { it.code == 'proposal.contradictions' }.pointer", is("/rows/where"));
    }

    @Test
    void aColumnWithFewNumbersKeepsAnotherFromBeingTheOnlyOne() {
        propose(bytes("""
                                Raum;Jahr;Anzahl der Fälle;Basis
                                99001001-01;2022;k.A.;500
                                99001001-02;2022;k.A.;600
                                99001001-03;2022;7;700
                                """), "pp-people")
                .statusCode(200)
                .body("mapping.columns", is(Map.of()))
                .body("toDecide.pointer", hasItem("/columns/Basis"));
    }

    @Test
    void ofALargeFileAPartIsCheckedAndTheAnswerSaysSo() {
        StringBuilder file = new StringBuilder("Raum;Jahr;Personen am Ort\n");
        for (int month = 0; month < 1_900; month++) {
            for (int space = 1; space <= 3; space++) {
                file.append("99001001-0").append(space).append(';').append(1901 + month / 12);
                file.append(month % 12 < 9 ? "-0" : "-").append(month % 12 + 1).append(";5\n");
            }
        }

        propose(bytes(file.toString()), "pp-people")
                .statusCode(200)
                .body("looked.rowsInFile", is(5_700))
                .body("looked.rowsChecked", is(1_048))
                .body("sure.code", hasItem("proposal.part"));
    }

    @Test
    void theSheetThatHoldsTheTableIsChosen() {
        byte[] file = new OpenDocuments()
                .table("Hinweise", OpenDocuments.row(OpenDocuments.text("Bitte lesen")))
                .table(
                        "2022",
                        OpenDocuments.row(OpenDocuments.text("Name") + OpenDocuments.text("Wohnungen"))
                                + OpenDocuments.row(OpenDocuments.text("99001001-01") + OpenDocuments.number("5"))
                                + OpenDocuments.row(OpenDocuments.text("99001001-02") + OpenDocuments.number("6")))
                .bytes();

        propose(file, "pp-homes")
                .statusCode(200)
                .body("mapping.sheet", is("2022"))
                .body("mapping.periodFromSheet", is(true))
                .body("detected.format", is("ods"))
                .body("preview.values.size()", is(2));
    }

    @Test
    void sheetsOfTheSameShapeAreReadWhereTheirNamesSayThePeriods() {
        OpenDocuments book = new OpenDocuments();
        for (String year : List.of("2021", "2022", "2023")) {
            book.table(
                    year,
                    OpenDocuments.row(OpenDocuments.text("Name") + OpenDocuments.text("Wohnungen"))
                            + OpenDocuments.row(OpenDocuments.text("99001001-01") + OpenDocuments.number("5"))
                            + OpenDocuments.row(OpenDocuments.text("99001001-02") + OpenDocuments.number("6")));
        }

        propose(book.bytes(), "pp-homes")
                .statusCode(200)
                .body("mapping.sheets", is(List.of("2021", "2022", "2023")))
                .body("mapping.periodFromSheet", is(true))
                .body("toDecide.size()", is(0))
                .body("preview.values.period.unique().size()", is(3));
    }

    @Test
    void whatCannotBeReadOrIsNotKnownIsSaid() {
        propose(bytes("<html></html>"), null).statusCode(422).body("code", is("file.format"));
        propose(bytes("a;b\n1;2\n"), "pp-nowhere").statusCode(400).body("code", is("indicator.unknown"));
        propose(bytes("nur Text\n"), null)
                .statusCode(200)
                .body("toDecide.pointer", hasItem("/space"))
                .body("preview", is((Object) null));
        Api.as("supplier")
                .multiPart("level", "x")
                .post("/mappings/proposal")
                .then()
                .statusCode(400)
                .body("code", is("file.required"));
        String million = String.join(";", Collections.nCopies(1_000_000, "x"));
        propose(bytes(million + "\n" + million + "\n"), null).statusCode(422).body("code", is("file.columns"));
    }

    @Test
    void aWideTableIsAnsweredInTime() {
        StringBuilder table = new StringBuilder("Raum");
        for (int i = 0; i < 16_000; i++) {
            table.append(";Spalte ").append(i);
        }
        for (int row = 1; row <= 3; row++) {
            table.append("\n99001001-0").append(row).append(";5".repeat(16_000));
        }

        long begin = System.nanoTime();
        propose(bytes(table.append('\n').toString()), null)
                .statusCode(200)
                .body("mapping.spaceColumn", is("Raum"))
                .body("toDecide.size()", lessThan(401));
        assertThat(System.nanoTime() - begin).isLessThan(90_000_000_000L);
    }

    @Test
    void theSchemaDescribesEveryField() {
        Api.as(null)
                .get("/schemas/mapping")
                .then()
                .statusCode(200)
                .body("$id", is("urn:quartierwerk:schema:mapping"))
                .body("additionalProperties", is(false))
                .body("properties.level.description", containsString("Level"))
                .body("properties.level.examples[0]", is("municipality"))
                .body("'$defs'.Layout.enum", hasItems("wide", "long"));
    }
}
