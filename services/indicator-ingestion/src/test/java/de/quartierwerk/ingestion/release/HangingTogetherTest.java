package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Computation;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which indicators cannot be written at the same time. */
class HangingTogetherTest {
    @Test
    void formulasConnectOverSeveralStepsAndAreasDoNot() {
        Map<String, Indicator> catalogue = new TreeMap<>();
        for (String code : List.of("a", "b", "c", "d")) {
            catalogue.put(code, new Indicator(code, 1, Definition.of(code, "persons", Kind.COUNT)));
        }
        put(catalogue, "sum", "[b] + [c]");
        put(catalogue, "rate", "[sum] / [d]");
        put(catalogue, "density-a", "[a] / [registry:area-km2]");
        put(catalogue, "density-b", "[b] / [registry:area-km2]");

        HangingTogether together = new HangingTogether(catalogue);

        assertThat(together.groups(List.of("c", "rate"))).isEqualTo(together.groups(List.of("b")));
        assertThat(together.groups(List.of("a", "d"))).hasSize(2);
        assertThat(together.groups(List.of("unknown"))).containsExactly("unknown");
    }

    private static void put(Map<String, Indicator> catalogue, String code, String formula) {
        Definition definition = Definition.of(code, "x", Kind.RATIO).with(new Computation(null, null, formula));
        catalogue.put(code, new Indicator(code, 1, definition));
    }
}
