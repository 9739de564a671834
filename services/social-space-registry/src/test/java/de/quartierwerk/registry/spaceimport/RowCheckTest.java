package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.level.LevelRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {
    private final List<SpaceRow> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final RowCheck check = new RowCheck(LevelRules.NONE, SpaceRows.into(rows, findings));

    @Test
    void keepsGoodRowsInTheirOrder() {
        row(1, "b", " Nord ", null);
        row(2, "a", "Süd", "b");

        assertThat(rows)
                .extracting(row -> row.row() + " " + row.key() + " " + row.name() + " " + row.parent())
                .containsExactly("1 b Nord null", "2 a Süd b");
        assertThat(findings).isEmpty();
    }

    @Test
    void keepsRowsOfOneKeySinceTheRegistryChooses() {
        row(1, "a", " ", null);
        row(3, "a", "Erste", null);
        row(5, "a", "Zweite", null);

        assertThat(rows).extracting(SpaceRow::row).containsExactly(3, 5);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, x, -, key-missing",
                "' ', x, -, key-missing",
                "a b, x, -, key-invalid",
                "a, x, a, parent-self",
                "a, x, b c, parent-invalid",
                "a, -, -, name-missing",
                "a, '', -, name-missing",
                "a, 'x\ty', -, name-invalid"
            })
    void namesTheFault(String key, String name, String parent, String code) {
        row(1, key, name, parent);

        assertThat(rows).isEmpty();
        assertThat(findings).extracting(Finding::code).containsExactly(code);
    }

    private void row(int number, String key, String name, String parent) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        check.begin(number, key);
        check.check(name, parent, attributes);
        check.end(name, null, parent, attributes, null, Span.OF_THE_FILE);
    }
}
