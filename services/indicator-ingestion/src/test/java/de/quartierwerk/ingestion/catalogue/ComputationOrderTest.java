package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComputationOrderTest {
    private static final Map<String, List<String>> INPUTS =
            Map.of("rate", List.of("sum", "all"), "sum", List.of("men", "women"), "other", List.of("dogs"));

    @Test
    void computesInputsFirst() {
        assertThat(ComputationOrder.affected(INPUTS, Set.of("men"))).containsExactly("sum", "rate");
        assertThat(ComputationOrder.affected(INPUTS, Set.of("all"))).containsExactly("rate");
        assertThat(ComputationOrder.affected(INPUTS, Set.of("cats"))).isEmpty();
    }

    @Test
    void findsACycle() {
        assertThat(ComputationOrder.cycle(INPUTS)).isEmpty();
        assertThat(ComputationOrder.cycle(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"))))
                .contains(List.of("a", "b", "c", "a"));
    }
}
