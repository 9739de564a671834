package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.registry.level.LevelRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParentOfKeyTest {
    private final List<Finding> findings = new ArrayList<>();
    private final RowCheck check = new RowCheck(LevelRules.NONE, SpaceRows.into(new ArrayList<>(), findings));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"010111, 01", "01, 01", "-, -"})
    void takesTheFirstCharacters(String key, String parent) {
        assertThat(ParentOfKey.parent(new ParentRule(null, 2, null, null, null), key, check))
                .isEqualTo(parent);
        assertThat(findings).isEmpty();
    }

    @Test
    void findsKeysThatAreTooShort() {
        check.begin(4, "0");

        assertThat(ParentOfKey.parent(new ParentRule(null, 2, null, null, null), "0", check))
                .isNull();
        assertThat(findings).containsExactly(Finding.error(4, "0", "key-too-short", "0", List.of("2")));
    }

    @Test
    void knowsOneParentForAllOrNone() {
        assertThat(ParentOfKey.parent(new ParentRule(null, null, "99", null, null), "01", check))
                .isEqualTo("99");
        assertThat(ParentOfKey.parent(null, "01", check)).isNull();
    }

    @Test
    void namesExactlyOneWay() {
        assertThat(new ParentRule("up", null, null, null, null).namesOneWay()).isTrue();
        assertThat(new ParentRule(null, null, null, null, null).namesOneWay()).isFalse();
        assertThat(new ParentRule("up", 2, null, null, null).namesOneWay()).isFalse();
    }
}
