package de.quartierwerk.ingestion.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spaces that consist of others. */
class SpaceTreeTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Test
    void aSpaceConsistsOfThoseOfAnotherDivision() {
        SpaceTree tree = tree(space("a"), space("b"), space("x", "a", "b", "a"));

        assertThat(tree.families(tree.number("x"))).isDeepEqualTo(new int[][] {{0, 1}});
        assertThat(tree.wholes(0)).containsExactly(tree.number("x"));
    }

    @Test
    void whatWouldConsistOfItselfConsistsOfNothing() {
        SpaceTree tree = tree(space("x", "y"), space("y", "x"), space("z", "z"));

        assertThat(tree.families(tree.number("x"))).isDeepEqualTo(new int[][] {{tree.number("y")}});
        assertThat(tree.families(tree.number("y"))).isEmpty();
        assertThat(tree.families(tree.number("z"))).isEmpty();
    }

    private static SpaceTree tree(Space... spaces) {
        return SpaceTree.of(List.of(spaces), Map.of(), DAY);
    }

    private static Space space(String key, String... consistsOf) {
        return new Space(key, key, "level", List.of(key), DAY, null, null, List.of(consistsOf));
    }
}
