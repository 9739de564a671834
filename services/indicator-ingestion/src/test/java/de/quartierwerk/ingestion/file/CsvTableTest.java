package de.quartierwerk.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    private static List<List<String>> rows(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        try (CsvTable table =
                CsvTable.open(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, ';', 0, List.of("1", "2"))) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(List.of(row.get().text(0), row.get().text(1)));
            }
        }
        return rows;
    }
}
