package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStatTableTest {
    private static final String HEAD = "{\"version\":\"2.0\",\"class\":\"dataset\",";
    private static final String DIMENSIONS = "\"id\":[\"geo\",\"time\"],\"size\":[2,2],\"role\":{\"geo\":[\"geo\"]},"
            + "\"dimension\":{\"geo\":{\"label\":\"Raum\",\"category\":{\"index\":{\"QT2\":1,\"QT1\":0},"
            + "\"label\":{\"QT1\":\"Altburg\",\"QT2\":\"Birkheim\"}}},"
            + "\"time\":{\"category\":{\"index\":[\"2021\",\"2022\"]}}}";

    @Test
    void cellsOfTheCubeAreRows() throws IOException {
        assertThat(rows(HEAD + "\"value\":[5,6.5,null,8],\"status\":{\"2\":\"p\"}," + DIMENSIONS + "}"))
                .containsExactly(
                        "1 QT1 Altburg 2021  5  true",
                        "2 QT1 Altburg 2022  6.5  true",
                        "3 QT2 Birkheim 2021   p false",
                        "4 QT2 Birkheim 2022  8  true");
    }

    @Test
    void ofAThinDataSetOnlyCellsThatItSpeaksOfAreRows() throws IOException {
        assertThat(rows(HEAD + DIMENSIONS + ",\"value\":{\"3\":8,\"0\":5},\"status\":{\"1\":\":\"}}"))
                .containsExactly(
                        "1 QT1 Altburg 2021  5  true", "2 QT1 Altburg 2022   : false", "4 QT2 Birkheim 2022  8  true");
    }

    @Test
    void aStatusMayHoldForAll() throws IOException {
        assertThat(rows(HEAD + DIMENSIONS + ",\"value\":{\"3\":8},\"status\":\"e\"}"))
                .hasSize(4)
                .contains("4 QT2 Birkheim 2022  8 e true");
    }

    @Test
    void theRolesSayWherePeriodsAndSpacesAre() throws IOException {
        try (JsonStatTable table = open(HEAD + DIMENSIONS + ",\"value\":[1,2,3,4]}")) {
            assertThat(table.header()).containsExactly("geo", "geo label", "time", "time label", "value", "status");
            assertThat(table.spaces()).isEqualTo("geo");
            assertThat(table.periods()).isEqualTo("time");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\":[1,2,3]                | [2,2] | file.json-stat-sizes",
                "\"value\":[1,2,3,4,5]            | [2,2] | file.json-stat-sizes",
                "\"value\":{\"4\":1}              | [2,2] | file.json-stat-sizes",
                "\"value\":[1,2,3,4]              | [2,3] | file.json-stat-dimension",
                "\"value\":[1,2,3,4]              | [2]   | file.json-stat-dimension",
                "\"value\":[1,2,3,4]              | [2,2,2] | file.json-stat-sizes",
                "\"value\":{\"999999999\":1}      | [2,2] | file.json-stat-cells",
                "\"value\":{\"x\":1}              | [2,2] | file.json-stat-sizes",
                "\"other\":1                      | [2,2] | ''",
            })
    void partsThatDoNotFitAreNamed(String values, String sizes, String code) throws IOException {
        String file = HEAD + DIMENSIONS.replace("[2,2]", sizes) + "," + values + "}";

        if (code.isEmpty()) {
            assertThat(rows(file)).isEmpty();
        } else {
            assertThatThrownBy(() -> rows(file))
                    .isInstanceOfSatisfying(
                            Invalid.class, refused -> assertThat(refused.code()).isEqualTo(code));
        }
    }

    @Test
    void otherKindsAndVersionsAreNamed() {
        assertThat(JsonStatTable.begins(HEAD + DIMENSIONS)).isTrue();
        assertThat(JsonStatTable.begins("[{\"raum\":\"QT1\",\"value\":5}]")).isFalse();
        assertThat(JsonStatTable.begins("{\"class\":\"dataset\",\"rows\":[{\"a\":5}]}"))
                .isFalse();
        refuses("{\"version\":\"2.0\",\"class\":\"collection\",\"link\":{}}", "format.json-stat-other");
        refuses(
                "{\"dataset\":{\"label\":\"x\",\"dimension\":{\"id\":[\"geo\"],\"size\":[2]},\"value\":[1,2]}}",
                "format.json-stat-1");
    }

    private static void refuses(String head, String format) {
        assertThatThrownBy(() -> JsonStatTable.begins(head))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.arguments().get(0)).isEqualTo(MessageText.of(format)));
    }

    private static JsonStatTable open(String file) throws IOException {
        return JsonStatTable.open(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static List<String> rows(String file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (JsonStatTable table = open(file)) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                TableRow read = row.get();
                StringBuilder text = new StringBuilder().append(read.line());
                for (int i = 0; i < read.size(); i++) {
                    text.append(' ').append(read.text(i));
                }
                rows.add(text.append(' ').append(read.plain(4)).toString());
            }
        }
        return rows;
    }
}
