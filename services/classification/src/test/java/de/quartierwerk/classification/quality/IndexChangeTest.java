package de.quartierwerk.classification.quality;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.result.ResultRow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexChangeTest {
    private static final Comparison.Causes VALUES = new Comparison.Causes(false, true, false, 0, 0, 0);
    private static final Comparison.Causes BOUNDARIES = new Comparison.Causes(false, true, true, 0, 0, 1);

    /** Positions of the classes of the spaces a, b, c; null where a space has none. */
    private static Map<String, ResultRow> rows(Integer... classes) {
        Map<String, ResultRow> rows = new LinkedHashMap<>();
        for (int i = 0; i < classes.length; i++) {
            String space = String.valueOf((char) ('a' + i));
            rows.put(
                    space,
                    new ResultRow(
                            space,
                            List.of(space),
                            null,
                            null,
                            List.of(0.0),
                            List.of(0.0),
                            Arrays.asList(classes[i]),
                            Arrays.asList((String) null),
                            Arrays.asList((String) null),
                            null,
                            List.of(),
                            false,
                            List.of(),
                            List.of()));
        }
        return rows;
    }

    private static IndexChange change(
            Comparison.Causes causes, Map<String, ResultRow> before, Map<String, ResultRow> now, int... fixed) {
        IndexChange.At index = new IndexChange.At(Indices.of("1", "2", "3"), 0);
        return new IndexChange(
                new Comparisons.Pair(null, null, before, now, new LinkedHashSet<>(before.keySet()), causes),
                index,
                index,
                Optional.empty(),
                fixed.length == 0 ? null : fixed,
                List.of("a", "b", "c"));
    }

    @Test
    void aSpaceInAnotherClassIsAMoverAndOneWithoutAClassDoesNotCount() {
        Comparison.IndexComparison found =
                change(VALUES, rows(0, 1, null), rows(2, 1, 0)).compare(false);

        assertThat(found.compared()).isEqualTo(2);
        assertThat(found.up()).isEqualTo(1);
        assertThat(found.movers())
                .containsExactly(new Comparison.Mover("a", "1", "3", Comparison.Direction.UP, List.of("data"), null));
        assertThat(found.fixedScale()).isNull();
    }

    @Test
    void theScaleOfTheRunBeforeShowsWhoMovedByItself() {
        Comparison.IndexComparison found =
                change(VALUES, rows(0, 1, 2), rows(1, 1, 0), 0, 2, 1).compare(false);

        assertThat(found.fixedScale().compared()).isEqualTo(3);
        assertThat(found.fixedScale().up()).isEqualTo(1);
        assertThat(found.fixedScale().down()).isEqualTo(1);
        assertThat(found.movers())
                .extracting(Comparison.Mover::space, Comparison.Mover::onFixedScale)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "1"), org.assertj.core.groups.Tuple.tuple("c", "2"));
    }

    @Test
    void causesAreWithheldWithTheNumbers() {
        Comparison.IndexComparison open =
                change(BOUNDARIES, rows(0, 0, 0), rows(1, 0, 0)).compare(false);
        Comparison.IndexComparison withheld =
                change(BOUNDARIES, rows(0, 0, 0), rows(1, 0, 0)).compare(true);

        assertThat(open.movers().get(0).causes()).containsExactly("data", "boundaries");
        assertThat(withheld.withheld()).isTrue();
        assertThat(withheld.movers().get(0).causes()).isEmpty();
    }
}
