package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesBesideKeysTest {
    private static final String MAPPING =
            "{\"level\":\"quarter\",\"spaceColumn\":\"key\",\"period\":\"2020\",\"columns\":{\"people\":{\"indicator\":\"people\"}}}";

    @Test
    void theNameOfAnotherSpaceIsTold() {
        PaperFile file = new PaperFile(MAPPING);

        file.read("key;name;people\n0101;Am Markt;1\n0102;Südpark;2\n0201;Südpark;3\n");

        assertThat(file.found.arguments().get(0)).containsExactly("Südpark", "0102", "Hafen");
        assertThat(file.found.lines()).containsExactly("3;name;space.name-of-other;warning;Südpark");
    }

    @Test
    void aColumnSortedWithoutTheOthersIsToldOnce() {
        PaperFile file = new PaperFile(MAPPING.replace("period\":\"2020\"", "periodColumn\":\"year\""));
        StringBuilder rows = new StringBuilder("key;name;year;people\n");
        for (int year = 2010; year < 2014; year++) {
            rows.append("0101;Hafen;" + year + ";1\n0102;Südpark;" + year + ";2\n0201;Am Markt;" + year + ";3\n");
        }

        file.read(rows.toString());

        assertThat(file.found.lines()).containsExactly("2;name;space.name-of-other-column;warning;Hafen");
    }

    @Test
    void otherTextsAndOtherWaysToWriteANameAreNoFault() {
        PaperFile file = new PaperFile(MAPPING);

        file.read(
                "key;name;kind;people\n0101;AM MARKT;Wohnen;1\n0102;Hafen, Stadtteil;Gewerbe;2\n0201;Suedpark;Hafen;3\n");

        assertThat(file.found.lines()).isEmpty();
    }

    @Test
    void aSecondColumnMayNameOtherSpaces() {
        PaperFile file = new PaperFile(MAPPING);

        file.read("key;name;target;people\n0101;Am Markt;Hafen;1\n0102;Hafen;Am Markt;2\n0201;Südpark;Hafen;3\n");

        assertThat(file.found.lines()).isEmpty();
    }
}
