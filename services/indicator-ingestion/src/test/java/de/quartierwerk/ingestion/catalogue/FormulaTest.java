package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @Test
    void computesArithmetic() throws Formula.Malformed {
        Formula formula = Formula.parse("[a] / ([b] - [c-1]) * 100");

        assertThat(formula.codes()).containsExactly("a", "b", "c-1");
        assertThat(evaluate(formula, "1", "10", "2")).isEqualByComparingTo("12.5");
    }

    @Test
    void keepsExactDecimals() throws Formula.Malformed {
        assertThat(evaluate(Formula.parse("[a] + [b]"), "0.1", "0.2")).isEqualTo("0.3");
        assertThat(evaluate(Formula.parse("[a] / 3"), "1")).isEqualTo("0.333333333333");
        assertThat(evaluate(Formula.parse("-[a] * -1"), "5")).isEqualTo("5");
    }

    @Test
    void givesNothingWhenItDividesByZero() throws Formula.Malformed {
        assertThat(evaluate(Formula.parse("[a] / [b]"), "1", "0")).isNull();
    }

    @Test
    void namesTheBuiltInArea() throws Formula.Malformed {
        assertThat(Formula.parse("[pop]/[registry:area-km2]").codes()).containsExactly("pop", "registry:area-km2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 + 1",
                "[a] +",
                "[a] [b]",
                "SQRT([a])",
                "[a] ^ 2",
                "a + [b]",
                "[a b]",
                "([a]",
                "[a] > 1",
                "[a] + v_5",
                "[a] % 2",
                "[a] + \"x\"",
                "[a].length",
                "[a]; [b]",
                "v_0 + [a] + v_x",
                "[]"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(Formula.Malformed.class);
    }

    private static BigDecimal evaluate(Formula formula, String... values) {
        return formula.evaluate(Arrays.stream(values).map(BigDecimal::new).toList());
    }

    @Test
    void findsTheOrderOfComputation() {
        var inputs = java.util.Map.of("c", List.of("b", "x"), "b", List.of("a"), "d", List.of("y"));

        assertThat(ComputationOrder.affected(inputs, java.util.Set.of("a"))).containsExactly("b", "c");
        assertThat(ComputationOrder.cycle(inputs)).isEmpty();
    }

    @Test
    void findsCircles() {
        var inputs = java.util.Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"));

        assertThat(ComputationOrder.cycle(inputs)).contains(List.of("a", "b", "c", "a"));
        assertThat(ComputationOrder.cycle(java.util.Map.of("a", List.of("a")))).contains(List.of("a", "a"));
    }
}
