package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'raum':'01','a':5},{'raum':'02','a':null}]",
                "{'rows':[{'raum':'01','a':5},{'raum':'02','a':null}]}",
                "{'columns':['raum','a'],'data':[{'raum':'01','a':5},{'raum':'02'}],'note':'x'}",
                "{'meta':{'tags':['x']},'rows':[{'raum':'01','a':5,'b':{'c':[1]}},{'raum':'02'}]}",
            })
    void readsTheFirstListOfObjects(String document) throws IOException {
        assertThat(rows(document)).containsExactly(List.of("01", "5"), List.of("02", ""));
    }

    @Test
    void aNestedValueIsNoMissingOne() throws IOException {
        assertThat(rows("[{'raum':'01','a':{'v':1}},{'raum':'02','a':[1]}]"))
                .containsExactly(List.of("01", "{…}"), List.of("02", "[…]"));
    }

    @Test
    void aMemberThatNoObjectHasIsNamed() {
        assertThatThrownBy(() -> rows("[{'raum':'01','A':5},{'raum':'02','A':6}]"))
                .isInstanceOfSatisfying(UnreadableRow.class, found -> {
                    assertThat(found.code()).isEqualTo("file.member-missing");
                    assertThat(found.argument()).isEqualTo("a");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'raum':'01','a':5}] rest",
                "[{'raum':'01','a':5}] [{'raum':'02','a':6}]",
                "[{'raum':'01','a':5}"
            })
    void whatFollowsTheRowsMustBeWhole(String document) {
        assertThatThrownBy(() -> rows(document))
                .isInstanceOfSatisfying(
                        UnreadableRow.class, found -> assertThat(found.code()).isEqualTo("file.breaks-off"));
    }

    private static List<List<String>> rows(String document) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        byte[] bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try (JsonTable table = JsonTable.open(
                new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, List.of("raum", "a"), Set.of("raum", "a"))) {
            for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(List.of(row.get().text(0), row.get().text(1)));
            }
        }
        return rows;
    }
}
