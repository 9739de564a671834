package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownFileTest {
    private static TableHead table(String sheet, String... rows) {
        List<TableHead.Row> read = new ArrayList<>();
        for (String row : rows) {
            read.add(new TableHead.Row(read.size() + 1L, List.of(row.split(";", -1))));
        }
        return new TableHead(sheet, read);
    }

    private static String text(MessageText shown) {
        return new Messages()
                .text(Locale.ENGLISH, shown.code(), shown.arguments().toArray());
    }

    @Test
    void showsEachSheetWithItsColumnsAndExamples() {
        List<TableHead> tables = List.of(
                table("Daten 2023", "Titel;", "Gebiet;Bevölkerung insgesamt", "QT1;5", "QT2;6", "QT3;7"),
                table("Leer"),
                table("Zahlen", "QT1;5", "QT2;6"));

        assertThat(text(ShownFile.of(tables)))
                .isEqualTo(
                        "Sheet “Daten 2023”, column names in row 2: Gebiet (QT1, QT2); Bevölkerung insgesamt (5, 6)"
                                + " | Sheet “Leer”: empty"
                                + " | Sheet “Zahlen” without column names that were recognised, columns by number: 1 (QT1, QT2); 2 (5, 6)");
    }

    @Test
    void staysShortForWideTablesAndManySheets() {
        String wide = String.join(";", Collections.nCopies(5000, "x".repeat(300)));
        List<TableHead> tables = Collections.nCopies(200, table("a", wide, wide));

        assertThat(text(ShownFile.of(tables))).hasSizeLessThan(60_000).endsWith("and 190 more sheets");
    }

    @Test
    void namesTheMostSimilarColumn() {
        List<InputError> errors = List.of(
                InputError.at("/columns/Einwohner", "mapping.column-unknown", "Einwohner", "Einwohner"),
                InputError.at("/columns/Einwohner", "mapping.column-unknown", "Einwohner", "Einwohner"),
                InputError.at("/spaceColumn", "mapping.column-unknown", "Key", "Key"));

        List<InputError> shown = ShownFile.withSimilar(errors, Set.of("Gebiet", "Einwohner insgesamt", "Fläche"));

        assertThat(shown.stream()
                        .map(error -> new Messages()
                                .text(
                                        Locale.ENGLISH,
                                        error.code(),
                                        error.arguments().toArray())))
                .containsExactly(
                        "The file has no column “Einwohner”. Most similar is “Einwohner insgesamt”.",
                        "The file has no column “Key”.");
    }
}
