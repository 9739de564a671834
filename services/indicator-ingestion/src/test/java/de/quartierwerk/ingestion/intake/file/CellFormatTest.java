package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "General|false|false|0",
                "0.0%|true|false|0",
                "0.0\" %\"|false|false|0",
                "0.0\\ \\%|false|false|0",
                "0.0_%|false|false|0",
                "0.0;\"x%\"|false|false|0",
                "0\" Pers.; 50 %\"|false|false|0",
                "yyyy-mm-dd|false|true|0",
                "DD.MM.YYYY|false|true|0",
                "[$-407]d/ mmmm yyyy|false|true|0",
                "_-* #,##0.00 _D_M_-|false|false|0",
                "#,##0.00 [$EUR]|false|false|0",
                "h:mm|false|true|0",
                "00000000|false|false|8",
            })
    void meansWhatASpreadsheetShows(String format, boolean percent, boolean date, int zeros) {
        assertThat(CellFormat.of(164, format)).isEqualTo(new CellFormat(percent, date, zeros));
    }

    @ParameterizedTest
    @CsvSource({
        "0,false",
        "9,false",
        "10,false",
        "14,true",
        "16,true",
        "22,true",
        "37,false",
        "47,true",
        "49,false",
        "57,true"
    })
    void knowsTheDatesThatAreBuiltIn(int id, boolean date) {
        assertThat(CellFormat.of(id, "").date()).isEqualTo(date);
    }
}
