package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampledLinesTest {
    @Test
    void theFirstLinesAreWholeAndSomeOfTheOthersWithTheirNumbers() throws IOException {
        StringBuilder text = new StringBuilder("a;b\r\n");
        for (int i = 2; i <= 20; i++) {
            text.append(i)
                    .append(";\"x")
                    .append(i % 2 == 0 ? "\ny\"" : " \"\" ;\"")
                    .append("\r\n");
        }
        text.append("\r\n");
        SampledLines lines = lines(text.toString(), 3, 5);

        List<String> rows = new ArrayList<>();
        try (CsvTable table = CsvTable.open(lines, StandardCharsets.UTF_8, ';', 1, List.of("a", "b"))) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().line() + ": " + row.get().text(0));
            }
        }

        assertThat(rows).containsExactly("2: 2", "4: 3", "8: 6", "16: 11", "23: 16");
        assertThat(lines.lines()).isEqualTo(20);
    }

    @Test
    void aQuotationMarkTooManyDoesNotHideTheRest() throws IOException {
        SampledLines open = lines("a;b\n1;\"x\n" + "2;3\n".repeat(100), 1, 10);
        SampledLines inch = lines("a;b\n1;12\" Rohr\n" + "2;3\n".repeat(100), 1, 10);

        open.readAllBytes();
        inch.readAllBytes();

        assertThat(open.lines()).isEqualTo(72);
        assertThat(inch.lines()).isEqualTo(102);
    }

    private static SampledLines lines(String text, int first, int every) {
        return new SampledLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ';', first, every);
    }
}
