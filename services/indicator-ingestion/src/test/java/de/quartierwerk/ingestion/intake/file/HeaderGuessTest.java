package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderGuessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Key;Wert/QT1;5/QT2;6                                              | 0;1 | Key;Wert",
                "Key;2021;2022/QT1;5;6/QT2;7;8                                     | 0;1 | Key;2021;2022",
                "Key;2021 1);2022*/QT1;5;6/QT2;7;8                                 | 0;1 | Key;2021 1);2022*",
                "Key;2022/QT1;5/QT2;7                                              | 0;1 | Key;2022",
                "Stichtag;Wert/31.12.2021;5/31.12.2022;6                           | 0;1 | Stichtag;Wert",
                "Tabelle X;;/;;Tote/2021;QT1;5/2021;QT2;6                          | 1;1 | ;;Tote",
                "Bevölkerung;;/;Altburg;Birkheim/31.12.2021;500;600/31.12.2022;5;- | 1;1 | ;Altburg;Birkheim",
                "T 1;;/Raum;Leute;/;Frauen;Männer/1;2;3/a;5;6/b;7;8                "
                        + "| 1;2 | Raum;Leute / Frauen;Leute / Männer",
                "Raum;Leute;Frauen/Kreis X;;/a;5;6/b;7;8                           | 0;1 | Raum;Leute;Frauen",
                "T 1/Units;Persons/Raum;Leute;Frauen/a;5;6/b;7;8                   | 2;1 | Raum;Leute;Frauen",
                "QT1;5/QT2;6                                                       | 0;0 | ''",
                "Jahr;Raum;Wert/2021;QT1;2013/2021;QT2;2015/2021;QT3;1999          | 0;1 | Jahr;Raum;Wert",
            })
    void findsTheNamesAboveTheNumbers(String table, String place, String names) {
        List<List<String>> rows = Arrays.stream(table.strip().split("/", -1))
                .map(row -> List.of(row.split(";", -1)))
                .toList();

        HeaderGuess found = HeaderGuess.of(rows);

        assertThat(found.first() + ";" + found.rows()).isEqualTo(place);
        assertThat(String.join(";", found.names())).isEqualTo(names);
    }
}
