package de.quartierwerk.classification.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an index says of larger spaces, by numbers worked out elsewhere (NumPy, SciPy, COINr). */
class RollUpsTest {
    @Test
    void severalRollUps() {
        Territory territory = new Territory(
                "space",
                Map.of("district", 10, "space", 20),
                List.of("a", "b", "c", "d"),
                List.of(0, 0, 0, 0),
                List.of(new Territory.Area("A", "district", -1)));
        Map<String, Double> found = new HashMap<>();
        List<RollUp> rollUps = new ArrayList<>();
        for (RollUp.Kind kind : RollUp.Kind.values()) {
            double from = kind == RollUp.Kind.EXTENT ? 25 : kind == RollUp.Kind.CONCENTRATION ? 50 : 0;
            rollUps.add(
                    new RollUp(kind.code(), "district", kind, from, 75, Set.of("2"), "w", Standardisation.NONE, null));
        }
        Index index = new Index(
                "i",
                "i",
                List.of(Samples.component("x", Standardise.NONE, 1)),
                Combine.SUM,
                1,
                Missing.EXCLUDE_SPACE,
                null,
                Standardisation.NONE,
                rollUps,
                null,
                EstimatedOver.RUN,
                Samples.classes(ClassRule.Method.EQUAL_INTERVAL, ClassRule.QuantileType.TYPE_7, 2));

        Samples.compute(
                        Samples.scheme(List.of(index), List.of()),
                        territory,
                        Map.of("x", Column.of(1, 2, 3, 4), "w", Column.of(4, 3, 2, 1)))
                .rollUps()
                .forEach(rollUp -> found.put(rollUp.name(), rollUp.value(0)));

        assertThat(found.get("mean")).isCloseTo(2, within(1e-12));
        assertThat(found.get("mean-rank")).isCloseTo(2, within(1e-12));
        assertThat(found.get("share-in-class")).isCloseTo(0.3, within(1e-12));
        assertThat(found.get("population-in-class")).isCloseTo(3, within(1e-12));
        // d counts in full; c lies in per cent 50, b in 75, of the steps from 26 (0.95) to 75 (0.05)
        double c = 0.95 - 0.9 * 24 / 49;
        assertThat(found.get("extent")).isCloseTo((1 + 2 * c + 3 * 0.05) / 10, within(1e-12));
        assertThat(found.get("concentration")).isCloseTo((1 * 4 + 2 * 3 + 2 * 2) / 5.0, within(1e-12));
    }
}
