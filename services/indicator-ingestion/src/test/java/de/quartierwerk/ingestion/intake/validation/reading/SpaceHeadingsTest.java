package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpaceHeadingsTest {
    private static final String YEARS =
            "{\"layout\":\"wide\",\"level\":\"quarter\",\"spaceInRows\":true,\"periodColumn\":\"1\",\"columns\":{\"people\":{\"indicator\":\"people\"}}}";

    @Test
    void aSpaceHoldsForTheYearsBelowIt() {
        PaperFile file = new PaperFile(YEARS);

        long rows = file.read("year;people\nAm Markt;\n2019;1\n2020;2\n0102;\n2019;3\n2020;\n");

        assertThat(rows).isEqualTo(4);
        assertThat(file.staged.values())
                .containsExactly(
                        "3;0101;people;2019;1;;;normal",
                        "4;0101;people;2020;2;;;normal",
                        "6;0102;people;2019;3;;;normal",
                        "7;0102;people;2020;;;;missing");
    }

    @Test
    void whatStandsBelowAnUnknownHeadingBelongsToNoSpaceAboveIt() {
        PaperFile file = new PaperFile(YEARS);

        file.read("year;people\nHafen;\n2019;1\nNirgendwo;\n2019;7\nInsgesamt;\n2019;8\n2020;9\n");

        assertThat(file.staged.values()).containsExactly("3;0102;people;2019;1;;;normal");
        assertThat(file.found.lines())
                .contains("5;;space.unknown;error;Nirgendwo", "6;;row.total-heading;hint;Insgesamt");
        assertThat(file.rejected).isEqualTo(1);
    }

    @Test
    void yearsBesideASpaceAreNoValues() {
        String mapping =
                "{\"layout\":\"wide\",\"level\":\"quarter\",\"periodInHeader\":true,\"indicatorColumn\":\"what\","
                        + "\"indicators\":{\"Leute\":\"people\"},";
        String table = "what;2019;2020\nHafen;2019;2020\nLeute;1;2\nSüdpark;2019;2020\nLeute;3;4\n";
        PaperFile below = new PaperFile(mapping + "\"spaceInRows\":true}");
        PaperFile alone = new PaperFile("{\"level\":\"quarter\",\"spaceColumn\":\"what\",\"periodInHeader\":true,"
                + "\"indicator\":\"people\"}");

        below.read(table);
        alone.read(table);

        assertThat(below.staged.values())
                .containsExactly(
                        "3;0102;people;2019;1;;;normal",
                        "3;0102;people;2020;2;;;normal",
                        "5;0201;people;2019;3;;;normal",
                        "5;0201;people;2020;4;;;normal");
        assertThat(alone.staged.values()).isEmpty();
        assertThat(alone.found.lines()).contains("2;;row.repeated-head;hint;", "3;what;space.unknown;error;Leute");
    }

    @Test
    void labelsOfIndicatorsAreNoSpaces() {
        PaperFile file =
                new PaperFile("{\"layout\":\"wide\",\"level\":\"quarter\",\"spaceInRows\":true,\"periodInHeader\":true,"
                        + "\"indicatorColumn\":\"what\",\"indicators\":{\"Leute\":\"people\",\"Anteil\":\"share\"}}");

        file.read("what;2019;2020\nHafen;;\nLeute;1;2\nAnteil;;\nSüdpark;;\nLeute;3;4\n");

        assertThat(file.staged.values())
                .contains(
                        "3;0102;people;2019;1;;;normal",
                        "3;0102;people;2020;2;;;normal",
                        "6;0201;people;2019;3;;;normal",
                        "6;0201;people;2020;4;;;normal");
        assertThat(file.rejected).isZero();
    }
}
