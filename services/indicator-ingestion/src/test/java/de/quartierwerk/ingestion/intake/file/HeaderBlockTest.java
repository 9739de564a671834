package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeaderBlockTest {
    @Test
    void findsTheHeaderBelowATitle() {
        List<List<String>> rows = List.of(List.of("Arbeitslose 2023"), List.of("Raum", "Wert"), List.of("01", "5"));

        assertThat(HeaderBlock.find(rows, names -> names.containsAll(Set.of("Raum", "Wert")), null))
                .isEqualTo(new HeaderBlock(2, List.of("Raum", "Wert")));
    }

    @Test
    void seesThatThereIsNoHeader() {
        List<List<String>> rows = List.of(List.of("01", "5"), List.of("02", "6"));

        assertThat(HeaderBlock.find(rows, names -> false, null).row()).isZero();
    }

    @Test
    void joinsMergedCellsWithTheOnesBelow() {
        List<List<String>> rows = List.of(
                List.of("Stand 2023", "", "", "", ""),
                List.of("Raum", "Arbeitslose", "", "", "Bemerkung"),
                List.of("", "Frauen", "", "Männer", ""),
                List.of("", "2022", "2023", "2023", ""));

        HeaderBlock found = HeaderBlock.find(rows, names -> names.contains("Arbeitslose / Männer / 2023"), null);

        assertThat(found.row()).isEqualTo(4);
        assertThat(found.names())
                .containsExactly(
                        "Raum",
                        "Arbeitslose / Frauen / 2022",
                        "Arbeitslose / Frauen / 2023",
                        "Arbeitslose / Männer / 2023",
                        "Bemerkung");
    }

    @Test
    void aCellReachesNoFurtherThanTheOneAboveIt() {
        List<List<String>> rows = List.of(
                List.of("Region", "Arbeitslose", "", "Quote"),
                List.of("", "Frauen", "Männer", ""),
                List.of("", "2022", "2022", "2022"));

        assertThat(HeaderBlock.find(rows, names -> names.contains("Quote / 2022"), null)
                        .names())
                .containsExactly(
                        "Region", "Arbeitslose / Frauen / 2022", "Arbeitslose / Männer / 2022", "Quote / 2022");
    }

    @Test
    void takesAsManyRowsAsStated() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("c", "d"), List.of("1", "2"));

        assertThat(HeaderBlock.find(rows, names -> false, 2)).isEqualTo(new HeaderBlock(2, List.of("a / c", "b / d")));
    }

    @Test
    void columnsByNumberNeedNoHeaderAndSwallowNoRow() {
        List<List<String>> data = List.of(List.of("01", "Altburg", "1200"), List.of("02", "Birkheim", "3400"));
        List<List<String>> titled = new java.util.ArrayList<>(List.of(
                List.of("Bevölkerung am 31.12.2023", "", ""),
                List.of("Schlüssel", "Name", "Einwohner"),
                List.of("", "", "insgesamt")));
        titled.addAll(data);

        assertThat(HeaderBlock.find(data, null, null).row()).isZero();
        assertThat(HeaderBlock.find(titled, null, null))
                .isEqualTo(new HeaderBlock(3, List.of("Schlüssel", "Name", "Einwohner / insgesamt")));
    }
}
