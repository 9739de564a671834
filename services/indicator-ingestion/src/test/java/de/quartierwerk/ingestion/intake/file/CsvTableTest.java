package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void aQuotationMarkLeftOpenIsToldWithItsLine() {
        String file = "01;5\n02;\"Haus\n03;7\n04;8\n";

        assertThatThrownBy(() -> rows(file)).isInstanceOfSatisfying(UnreadableRow.class, found -> {
            assertThat(found.code()).isEqualTo("file.quotation-open");
            assertThat(found.line()).isEqualTo(2);
        });
    }

    @Test
    void aQuotationMarkThatTheNextOneClosesFarBelowIsToldToo() {
        String file = "01;\"Haus\n" + "02;7\n".repeat(31) + "03;Haus\"\n04;8\n";

        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        UnreadableRow.class, found -> assertThat(found.line()).isEqualTo(1));
    }

    @Test
    void aCellMayHaveLinesAndAQuotationMarkMayStandInsideOfText() throws IOException {
        assertThat(rows("01;\"oben\nunten\"\n02;5\" Rohr\n03;7\n"))
                .containsExactly(List.of("01", "oben\nunten"), List.of("02", "5\" Rohr"), List.of("03", "7"));
    }

    @Test
    void nothingInvisibleStandsAroundACell() throws IOException {
        assertThat(rows("\u00a001\u202f;\u200b5\u00a0\n=\"02\";6\u001a\n"))
                .containsExactly(List.of("01", "5"), List.of("02", "6"));
    }

    @Test
    void blanksMayStandBetweenADelimiterAndAQuotationMark() throws IOException {
        assertThat(rows("\"01\";   \"5\"\n  \"02\" ; \"a \"\"b\"\"; \"\"c\"\"\"\n 03 ; x \"y\""))
                .containsExactly(List.of("01", "5"), List.of("02", "a \"b\"; \"c\""), List.of("03", "x \"y\""));
    }

    @Test
    void bytesThatCannotBeHadAreNoFaultOfTheFile() {
        FileUnavailable away = new FileUnavailable(new IllegalStateException("no connection"));
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                throw away;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                throw away;
            }
        };
        byte[] start = "01;5\n02;7\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> rows(new SequenceInputStream(new ByteArrayInputStream(start), rest)))
                .isSameAs(away);
    }

    private static List<List<String>> rows(String file) throws IOException {
        return rows(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<List<String>> rows(InputStream content) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(content, StandardCharsets.UTF_8, ';', 0, List.of("1", "2"))) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(List.of(row.get().text(0), row.get().text(1)));
            }
        }
        return rows;
    }
}
